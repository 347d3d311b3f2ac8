"""As much of ASN.1's DER, and of PKCS #7 in it, as it takes to say who signed a file and what (RFC 2315)."""

DIGESTS = {
    bytes.fromhex("2b0e03021a"): "sha1",
    bytes.fromhex("608648016503040201"): "sha256",
    bytes.fromhex("608648016503040202"): "sha384",
    bytes.fromhex("608648016503040203"): "sha512",
}
COMMON_NAME = bytes.fromhex("550403")
SEQUENCE, SET, OBJECT_ID, CONTEXT_0 = 0x30, 0x31, 0x06, 0xA0


def items(data):
    """The (tag, contents, whole) of each element in a row."""
    at = 0
    while at < len(data) and data[at] != 0:  # a signature's size is padded with zeros
        tag, length, body = data[at], data[at + 1], at + 2
        if length & 0x80:
            count = length & 0x7F
            length = int.from_bytes(data[body : body + count], "big")
            body += count
        yield tag, data[body : body + length], data[at : body + length]
        at = body + length


def _signed_data(signature):
    content_info = next(items(signature))[1]
    explicit = [body for tag, body, _ in items(content_info) if tag == CONTEXT_0][0]
    return list(items(next(items(explicit))[1]))


def signer(signature):
    """The common name of the certificate that the first signer info refers to by issuer and serial number."""
    parts = _signed_data(signature)
    certificates = [body for tag, body, _ in parts if tag == CONTEXT_0][0]
    first_signer = next(items(parts[-1][1]))[1]
    wanted = b"".join(whole for _, _, whole in items(list(items(first_signer))[1][1]))
    for _, certificate, _ in items(certificates):
        fields = list(items(next(items(certificate))[1]))
        if fields[0][0] == CONTEXT_0:  # the version, absent from version 1
            fields = fields[1:]
        serial, _, issuer, _, subject = fields[:5]
        if issuer[2] + serial[2] == wanted:
            return _common_name(subject[1])
    raise ValueError("the signature does not hold its signer's certificate")


def _common_name(name):
    for _, relative, _ in items(name):
        (_, kind, _), (_, value, _) = list(items(next(items(relative))[1]))
        if kind == COMMON_NAME:
            return value.decode("utf-8", "replace")
    return "(no common name)"


def signed_digest(signature, digest_of):
    """Whether the SpcIndirectDataContent that is signed names the digest that digest_of(ALGORITHM) gives."""
    encapsulated = _signed_data(signature)[2][1]
    explicit = [body for tag, body, _ in items(encapsulated) if tag == CONTEXT_0][0]
    digest_info = list(items(list(items(next(items(explicit))[1]))[1][1]))
    algorithm = next(items(digest_info[0][1]))[1]
    return digest_of(DIGESTS[algorithm]) == digest_info[1][1]
