"""Writes a compound file, the container of MSI and MST, version 3 with sectors of 512 bytes.

[MS-CFB] https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb. One level of streams below the root, as many as
fit into one sector of the allocation table: 60 KiB in all, far more than a transform needs.
"""

import struct

SECTOR, MINI_SECTOR, MINI_LIMIT = 512, 64, 4096
FREE, END, FAT_SECTOR, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
STREAM, ROOT, BLACK = 2, 5, 1


def _pad(data, size):
    return data + bytes(-len(data) % size)


def _chain(table, count):
    """Appends a chain of so many sectors to an allocation table; its first sector, END when there is none."""
    first = len(table)
    table += [first + at + 1 for at in range(count - 1)] + [END] * (count > 0)
    return first if count else END


def _entry(name, kind, child=NONE, right=NONE, class_id=bytes(16), start=END, size=0):
    utf16 = name.encode("utf-16-le")
    return (
        utf16.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(utf16) + 2, kind, BLACK, NONE, right, child)
        + class_id
        + bytes(20)
        + struct.pack("<IQ", start, size)
    )


def compound_file(class_id, streams):
    """The bytes of a file whose root has this class and these streams, by names."""
    # The order of the tree: by length, then by code units; a list to the right is a tree too.
    names = sorted(streams, key=lambda name: (len(name), name.upper()))
    mini, mini_table, large = b"", [], []
    placed = {}
    for name in names:
        data = streams[name]
        if len(data) < MINI_LIMIT:
            placed[name] = _chain(mini_table, -(-len(data) // MINI_SECTOR))
            mini += _pad(data, MINI_SECTOR)
        else:
            large.append(name)

    table = [FAT_SECTOR]
    sectors = -(-128 * (len(names) + 1) // SECTOR)
    directory = _chain(table, sectors)
    mini_fat_data = _pad(struct.pack(f"<{len(mini_table)}I", *mini_table), SECTOR)
    # Padding zeros would be sector 0.
    mini_fat_data = mini_fat_data[: 4 * len(mini_table)].ljust(len(mini_fat_data), b"\xff")
    mini_fat = _chain(table, len(mini_fat_data) // SECTOR)
    mini_stream = _chain(table, -(-len(mini) // SECTOR))
    for name in large:
        placed[name] = _chain(table, -(-len(streams[name]) // SECTOR))
    if len(table) > SECTOR // 4:
        raise ValueError("too much for one sector of the allocation table")

    entries = _entry("Root Entry", ROOT, 1 if names else NONE, NONE, class_id, mini_stream, len(mini))
    for at, name in enumerate(names, 1):
        right = at + 1 if at < len(names) else NONE
        entries += _entry(name, STREAM, NONE, right, bytes(16), placed[name], len(streams[name]))
    empty = _entry("", 0)[:64] + struct.pack("<HBBIII", 0, 0, 0, NONE, NONE, NONE) + bytes(48)
    entries += empty * (sectors * SECTOR // 128 - len(names) - 1)

    header = (
        bytes.fromhex("d0cf11e0a1b11ae1")
        + bytes(16)
        + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
        + struct.pack("<IIIIIIIIII", 0, 1, directory, 0, MINI_LIMIT, mini_fat, len(mini_fat_data) // SECTOR, END, 0, 0)
        + struct.pack("<I", FREE) * 108
    )
    allocation = struct.pack(f"<{len(table)}I", *table).ljust(SECTOR, b"\xff")
    body = allocation + entries + mini_fat_data + _pad(mini, SECTOR)
    return header + body + b"".join(_pad(streams[name], SECTOR) for name in large)
