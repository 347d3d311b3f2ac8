#!/bin/sh
# Makes the accounts of accounts.xml, and a roster group for each room. Run it as root on the server, where this folder was
# copied to, once ejabberd runs with its new settings. The passwords go by a file that ejabberd alone can read: on a command
# line every user of the computer could see them.
set -eu
cd "$(dirname "$0")"
file=${SPOOLDIR:-/var/lib/ejabberd}/rollcall-accounts.xml
trap 'rm -f "$file"' EXIT
install -m 600 -o ejabberd -g ejabberd accounts.xml "$file"
ejabberdctl import_piefxis "$file"
