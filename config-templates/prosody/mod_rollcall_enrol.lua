-- Keeps Rollcall's enrolment account to its one purpose: it asks central for an account, and does nothing else. Its
-- password lies where every PC of the park can read it, so that whoever signs in with it is a stranger.
-- For Prosody 0.12. Copy it to a folder of plugin_paths; its settings stand in prosody.cfg.lua.

local jid_join = require "util.jid".join;
local st = require "util.stanza";

local account = assert(module:get_option_string("rollcall_enrol_account"), "rollcall_enrol_account is not set");
local central = assert(module:get_option_string("rollcall_enrol_central"), "rollcall_enrol_central is not set");

local function may_pass(stanza)
    local to, type = stanza.attr.to, stanza.attr.type;
    if stanza.name ~= "iq" then
        return false;
    end
    if to == central then
        return type == "set" and stanza:get_child("enrol", "urn:rollcall:1") ~= nil;
    end
    -- The server itself: pings both ways, and what older clients ask for at sign-in (RFC 3921).
    return (to == nil or to == module.host)
        and (type == "result" or type == "error"
            or stanza:get_child("ping", "urn:xmpp:ping") ~= nil
            or stanza:get_child("session", "urn:ietf:params:xml:ns:xmpp-session") ~= nil);
end

-- Fired for each stanza of a client, before anything else looks at it.
module:hook("pre-stanza", function (event)
    local origin, stanza = event.origin, event.stanza;
    if jid_join(origin.username, origin.host) ~= account or may_pass(stanza) then
        return;
    end
    if stanza.name == "iq" and (stanza.attr.type == "get" or stanza.attr.type == "set") then
        origin.send(st.error_reply(stanza, "auth", "forbidden", "This account may only ask central to enrol a PC"));
    end
    return true;
end, 1000);
