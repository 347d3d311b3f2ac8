"""Windows programs and DLLs as files: their version, their Authenticode signature.

The offsets are Microsoft's "PE Format" (https://learn.microsoft.com/windows/win32/debug/pe-format), the digest's rules
"Windows Authenticode Portable Executable Signature Format", the version's block VS_FIXEDFILEINFO.
"""

import hashlib
import struct

import der

SECURITY_DIRECTORY = 4
FIXED_FILE_INFO = struct.pack("<II", 0xFEEF04BD, 0x00010000)


class Image:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.data = file.read()
        header = self._u32(0x3C)
        if self.data[:2] != b"MZ" or self.data[header : header + 4] != b"PE\0\0":
            raise ValueError(f"{path} is no Windows program or DLL")
        optional = header + 24
        pe32_plus = struct.unpack_from("<H", self.data, optional)[0] == 0x20B
        self.machine = struct.unpack_from("<H", self.data, header + 4)[0]
        self._checksum = optional + 64
        self._security = optional + (112 if pe32_plus else 96) + 8 * SECURITY_DIRECTORY

    def _u32(self, at):
        return struct.unpack_from("<I", self.data, at)[0]

    def version(self):
        """As in "25.0.4.0"; none for a file without a version resource."""
        at = self.data.find(FIXED_FILE_INFO)
        if at < 0:
            return None
        high, low = struct.unpack_from("<II", self.data, at + 8)
        return f"{high >> 16}.{high & 0xFFFF}.{low >> 16}.{low & 0xFFFF}"

    def signature(self):
        """The PKCS #7 structure; none for an unsigned file."""
        at, size = self._u32(self._security), self._u32(self._security + 4)
        return self.data[at + 8 : at + size] if size else None

    def signer(self):
        """The signer's organisation or common name; none for an unsigned file."""
        signature = self.signature()
        return der.signer(signature) if signature else None

    def is_intact(self):
        """Whether the signature's digest is that of this file: everything but check sum and signature itself."""
        at = self._u32(self._security) or len(self.data)
        signed = (
            self.data[: self._checksum]
            + self.data[self._checksum + 4 : self._security]
            + self.data[self._security + 8 : at]
        )
        return der.signed_digest(self.signature(), lambda name: hashlib.new(name, signed).digest())
