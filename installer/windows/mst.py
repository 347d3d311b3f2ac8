"""A transform that adds rows to an MSI's Property table.

How tables and strings are stored in MSI databases, and what differs in a transform, is not documented by Microsoft; it is
as Wine reads it (dlls/msi/table.c, string.c, suminfo.c), and what Microsoft documents of the summary:
https://learn.microsoft.com/windows/win32/msi/summary-information-stream-property-set
"""

import struct
import uuid

import cfb

TRANSFORM_CLASS = uuid.UUID("000c1082-0000-0000-c000-000000000046").bytes_le
SUMMARY_FORMAT = uuid.UUID("f29f85e0-4ff9-1068-ab91-08002b27b3d9").bytes_le
NAME_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._"
TABLE_MARK = "\u4840"
# Two columns, all of them there: a row to insert.
INSERT_TWO = 0x0201
NEUTRAL = 0
VALIDATE_UPGRADE_CODE = 0x0800
IGNORE_ALL_ERRORS = 0x3F
ANY_PRODUCT = "{00000000-0000-0000-0000-000000000000}0.0.0"


def _table_name(name):
    encoded, at = TABLE_MARK, 0
    while at < len(name):
        pair = [NAME_CHARACTERS.index(each) for each in name[at : at + 2]]
        encoded += chr(0x3800 + pair[0] + (pair[1] << 6) if len(pair) == 2 else 0x4800 + pair[0])
        at += 2
    return encoded


def _summary(upgrade_code):
    def text(value):
        data = value.encode("ascii") + b"\0"
        return struct.pack("<II", 30, len(data)) + data + bytes(-len(data) % 4)

    properties = {
        1: struct.pack("<IhH", 2, NEUTRAL, 0),
        2: text("Transform"),
        3: text("Rollcall"),
        7: text("x64;0"),
        8: text("x64;0"),
        9: text(f"{ANY_PRODUCT};{ANY_PRODUCT};{upgrade_code}"),
        14: struct.pack("<Ii", 3, 500),
        16: struct.pack("<Ii", 3, VALIDATE_UPGRADE_CODE << 16 | IGNORE_ALL_ERRORS),
    }
    index, values = b"", b""
    start = 8 + 8 * len(properties)
    for number, value in properties.items():
        index += struct.pack("<II", number, start + len(values))
        values += value
    section = struct.pack("<II", start + len(values), len(properties)) + index + values
    return struct.pack("<HHI16xI", 0xFFFE, 0, 0x00020006, 1) + SUMMARY_FORMAT + struct.pack("<I", 48) + section


def transform(upgrade_code, properties):
    """The bytes of a transform that gives these properties, to any version of the product with this upgrade code."""
    strings, pool, rows = b"", struct.pack("<HH", NEUTRAL, 0), b""
    count = 0
    for name, value in properties.items():
        for string in (name, value):
            strings += string.encode("ascii")
            pool += struct.pack("<HH", len(string), 1)
            count += 1
        rows += struct.pack("<HHH", INSERT_TWO, count - 1, count)
    return cfb.compound_file(
        TRANSFORM_CLASS,
        {
            "\x05SummaryInformation": _summary(upgrade_code),
            _table_name("_StringPool"): pool,
            _table_name("_StringData"): strings,
            _table_name("Property"): rows,
        },
    )
