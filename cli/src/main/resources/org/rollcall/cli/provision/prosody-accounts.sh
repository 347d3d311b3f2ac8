#!/bin/sh
# Makes the accounts of central, of enrolment and, where machines.csv is there, of the machines. Run it as root on the
# server, where this folder was copied to. prosodyctl reads each password from its standard input: on a command line every
# user of the computer could see it.
set -u
cd "$(dirname "$0")" || exit 2
failed=0

make() {
  printf '%s\n%s\n' "$2" "$2" | prosodyctl adduser "$1" >/dev/null || {
    echo "$1: not made; is it there already?" >&2
    failed=1
  }
}

for file in secrets/*; do
  make "$(basename "$file")@iut.rdz" "$(cat "$file")"
done
if [ -e machines.csv ]; then
  while IFS=, read -r machine user password; do
    [ "$machine" = machine ] || make "$user@iut.rdz" "$password"
  done <machines.csv
fi
exit $failed
