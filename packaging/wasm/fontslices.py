# SPDX-License-Identifier: Apache-2.0
"""Cuts a font for Chinese and Japanese into slices that a page fetches when it meets such text: the signs that both
share with kana, and the few ideographs of the languages' names; the common ideographs; the rest."""
import io
import json
from pathlib import Path

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
# Menus have these in every language.
FEW = {*map(ord, "日本語简体中文")}
SIGNS = {*range(0x3000, 0x3100), *range(0x31F0, 0x3200), *range(0xFF00, 0xFFF0)}
IDEOGRAPHS = {*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0xF900, 0xFB00)}
TRANSLATIONS = Path(__file__).resolve().parents[2] / "resources" / "translations"


def written():
    """The ideographs of the studio's own texts."""
    return {ord(sign) for file in TRANSLATIONS.glob("studio_*.ts") for sign in file.read_text()} & IDEOGRAPHS


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
    common = COMMON | written()
    wanted = {"signs": SIGNS | FEW, "common": common, "rest": IDEOGRAPHS - common}
    return [(name, cut(font, name, signs)) for name, signs in wanted.items()]


def index(names):
    """What the page reads when it first meets such text: the slices' files, and which ideographs are in which."""
    def text(signs):
        return "".join(map(chr, sorted(signs)))
    return json.dumps({"files": names, "few": text(FEW), "common": text(COMMON | written())}, ensure_ascii=False,
                      separators=(",", ":")).encode()
