-- Prosody 0.12 (Debian 12) for Rollcall: one domain of machines, central and the people who ask.
-- Copy to /etc/prosody/prosody.cfg.lua, write your domain for iut.rdz and your central JID for windows@iut.rdz,
-- put the certificate and its key in /etc/prosody/certs/ as iut.rdz.crt and iut.rdz.key (readable by the group
-- prosody), then: prosodyctl check config && systemctl restart prosody
--
-- Accounts: prosodyctl adduser windows@iut.rdz (central first), then one for each machine.
--
-- Above 900 machines Prosody runs out of file descriptors as Debian starts it. `systemctl edit prosody`, and there:
--     [Service]
--     LimitNOFILE=65536

-- May add and delete accounts over XMPP (XEP-0133), for enrolment: an account of its own, whose password central alone
-- knows (enrol.admin-user in its settings); never a machine's, nor central's, nor the one that new PCs sign in as.
admins = { }

pidfile = "/run/prosody/prosody.pid"
data_path = "/var/lib/prosody"
certificates = "certs"
log = { info = "/var/log/prosody/prosody.log" }

-- Clients come in here; open this one port in the firewall.
c2s_ports = { 5222 }

modules_enabled = {
    "adhoc"; "disco"; "iq"; "message"; "ping"; "posix"; "presence"; "roster"; "saslauth"; "tls";
    "admin_adhoc"; -- add accounts over XMPP, for those in `admins`
    "admin_shell"; -- prosodyctl shell
    "groups"; -- rosters from a file, see groups_file below
    "limits"; -- see limits below
    -- "rollcall_enrol"; -- see plugin_paths below
    -- "invites"; "invites_register"; -- see invitations below
    "pep"; -- people's clients expect it
    "time"; "uptime"; "version";
}

modules_disabled = {
    -- No other server needs to reach the machines. Take this line out to federate, and open port 5269.
    "s2s";
    -- A question or an order typed to a PC that is off is refused at once, rather than kept for the morning after.
    -- The agent does not run what was kept (it carries a delay), so this is for people's clarity and for the disk.
    "offline";
}

-- PCs that enrol by themselves sign in with one account for all of them, whose password is no secret for long. The
-- module keeps that account from talking to anybody but central: put mod_rollcall_enrol.lua, beside this file, into the
-- folder, and take away the dashes here and above.
-- plugin_paths = { "/etc/prosody/modules" }
-- rollcall_enrol_account = "enrol@iut.rdz"
-- rollcall_enrol_central = "windows@iut.rdz/central"

-- Instead of that, PCs can register themselves by an invitation (enrol.invitation-file in their settings): take away the
-- dashes above. Whoever holds one can take any name that is free, so make central's and the administrators' accounts
-- first. One for a single PC, for a PC that was installed anew, and one for all PCs, good for a day (86,400 s):
--     prosodyctl mod_invites generate iut.rdz
--     prosodyctl mod_invites generate iut.rdz --reset a201b7
--     prosodyctl shell '> require "core.modulemanager".get_module("iut.rdz", "invites").create_group({}, nil, 86400).uri'

-- A password goes over TLS only, and the server keeps no more than a SCRAM hash of it.
c2s_require_encryption = true
authentication = "internal_hashed"
-- An account can have one hash only, fixed when its password is set: change this line before the first account.
password_hash = "SHA-256"
-- SCRAM never shows the server the password; PLAIN does. Take PLAIN out of this list for accounts in LDAP, which
-- has no SCRAM, and then set `allow-plain` in the settings of the agents.
disable_sasl_mechanisms = { "DIGEST-MD5"; "PLAIN"; "LOGIN" }
allow_registration = false

-- Each packet waits its turn at this rate: with the default of 10 kB/s a table of 100 processes takes three seconds,
-- with 256 kB/s still a quarter of one. A machine sends one at a time, and little on the whole.
limits = { c2s = { rate = "4mb/s"; burst = "4s" } }
-- Central hears of all machines at once and answers each of them: no limit for it.
unlimited_jids = { "windows@iut.rdz" }
-- The most that one stanza may have, in bytes. Agents keep below 200 KiB; above this the server closes the stream.
c2s_stanza_size_limit = 262144

network_settings = {
    -- Answers are small packets: do not wait to fill one (40 ms on each question otherwise).
    nagle = false;
    -- Leave opportunistic_writes off: with LuaSec 1.2.0 (Debian 12) a client that sends and then closes without TLS's
    -- goodbye, signed in or not, sends the whole server into an endless loop.
    -- All machines come back in the same seconds after a restart of the server; the default of 128 refuses some.
    tcp_backlog = 1024;
    -- A PC that lost its power says nothing. After these seconds of silence the server writes to it, and the
    -- operating system notices that nobody acknowledges: after 15 minutes as Linux comes, after two with
    -- `net.ipv4.tcp_retries2 = 8` in /etc/sysctl.d/. Agents ping every 20 s and are never silent this long.
    read_timeout = 60;
}

-- Agents and central put themselves into each other's roster. Above 500 machines do it here instead: a roster of
-- thousands costs the server seconds for each machine added. See sharedgroups.txt beside this file.
-- groups_file = "/etc/prosody/sharedgroups.txt"

VirtualHost "iut.rdz"
