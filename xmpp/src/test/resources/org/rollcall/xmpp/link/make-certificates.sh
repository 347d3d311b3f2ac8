#!/bin/sh
# Makes the certificates beside this file anew; they are valid for a hundred years, but for the one that has expired.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
ca() { openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/$1.key" -out "$1.pem" -days 36500 -subj "/CN=$2"; }
signed() { # file, subjectAltName, not before, not after, purpose
    openssl req -newkey rsa:2048 -nodes -keyout "$work/$1.key" -out "$work/$1.csr" -subj "/CN=$1"
    printf 'subjectAltName=%s\nextendedKeyUsage=%s\n' "$2" "$5" > "$work/ext"
    : > "$work/index"
    openssl ca -batch -notext -config ca.cnf -cert ca.pem -keyfile "$work/ca.key" -outdir "$work" -extfile "$work/ext" \
        -startdate "$3" -enddate "$4" -in "$work/$1.csr" -out "$work/$1.crt"
    openssl pkcs12 -export -inkey "$work/$1.key" -in "$work/$1.crt" -out "$1.p12" -passout pass:secret
}
cat > ca.cnf <<END
[ca]
default_ca = it
[it]
database = $work/index
rand_serial = yes
default_md = sha256
policy = any
[any]
commonName = supplied
END
ca ca 'Test CA'
ca other-ca 'Another CA'
signed server 'DNS:iut.example' 20260101000000Z 21251231000000Z serverAuth
signed wildcard 'DNS:*.example' 20260101000000Z 21251231000000Z serverAuth
signed srv-name 'otherName:1.3.6.1.5.5.7.8.7;IA5STRING:_xmpp-client.iut.example' 20260101000000Z 21251231000000Z serverAuth
signed xmpp-address 'otherName:1.3.6.1.5.5.7.8.5;UTF8:iut.example' 20260101000000Z 21251231000000Z serverAuth
signed wrong-name 'DNS:www.other.example' 20260101000000Z 21251231000000Z serverAuth
signed expired 'DNS:iut.example' 20200101000000Z 20210101000000Z serverAuth
signed client 'otherName:1.3.6.1.5.5.7.8.5;UTF8:a201b7@iut.example' 20260101000000Z 21251231000000Z clientAuth
rm -rf "$work" ca.cnf
