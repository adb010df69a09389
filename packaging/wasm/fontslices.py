# SPDX-License-Identifier: Apache-2.0
"""Cuts a font for Chinese and Japanese into slices that a page fetches when it meets such text: the signs that both
share with kana, the common ideographs, the rest."""
import io
import json

from fontTools import subset
from fontTools.ttLib import TTFont


def characters(encoding, rows):
    """What is in these rows of a national standard's 94 x 94 table."""
    found = set()
    for row in rows:
        for cell in range(1, 95):
            try:
                found.add(ord(bytes([row + 0xA0, cell + 0xA0]).decode(encoding)))
            except UnicodeDecodeError:
                pass
    return found


# The first levels of GB 2312 (3,755) and JIS X 0208 (2,965): what people write with, day by day.
COMMON = characters("gb2312", range(16, 56)) | characters("euc_jp", range(16, 48))
SIGNS = {*range(0x3000, 0x3100), *range(0x31F0, 0x3200), *range(0xFF00, 0xFFF0)}
IDEOGRAPHS = {*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0xF900, 0xFB00)}
SLICES = {"signs": SIGNS, "common": COMMON, "rest": IDEOGRAPHS - COMMON}


def cut(font, name, wanted):
    """The font with these characters alone, as a family of its own: two of one name would replace each other."""
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True, prune_unicode_ranges=False,
                             prune_codepage_ranges=False, drop_tables=["vhea", "vmtx", "GPOS", "GSUB", "GDEF", "gasp"])
    opened = TTFont(font)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(opened)
    for record in opened["name"].names:
        if record.nameID in (1, 4, 6, 16):
            record.string = f"StudioHan{name}"
    made = io.BytesIO()
    opened.save(made)
    return made.getvalue()


def slices(font):
    """(name, font file) of each slice."""
    return [(name, cut(font, name, wanted)) for name, wanted in SLICES.items()]


def index(names):
    """What the page reads when it first meets such text: the slices' files, and the common ideographs."""
    return json.dumps({"files": names, "common": "".join(map(chr, sorted(COMMON)))}, ensure_ascii=False,
                      separators=(",", ":")).encode()
