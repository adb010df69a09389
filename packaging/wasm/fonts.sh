#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# fonts.sh FOLDER: cuts the fonts that Qt's WebAssembly plugin carries to the scripts of the studio's languages and the
# signs it draws: from 1 MB to a fifth.
set -euo pipefail
cd "$1"
latin=U+0020-007E,U+00A0-017F,U+0192,U+018F,U+0218-021B,U+02C6-02DD,U+2000-206F,U+2070-2094,U+20A0-20BF,U+2122
signs=U+0300-036F,U+0370-03FF,U+0400-045F,U+2100-214F,U+2190-21FF,U+2200-22FF,U+2300-23FF,U+2500-257F,U+25A0-25FF,U+2600-2604,U+2610-2612,U+2630-2640,U+2660-266F,U+26A0,U+2713-2718,U+FFFD
for font in "DejaVuSans.ttf $latin,$signs" "DejaVuSansMono.ttf U+0020-007E,U+00A0-00FF,U+2010-2026,U+2190-2193,U+FFFD"; do
  read -r file ranges <<<"$font"
  pyftsubset "$file" --unicodes="$ranges" --layout-features='kern,tnum,liga,mark,mkmk' --no-hinting \
    --name-IDs='*' --output-file="$file.cut"
  mv "$file.cut" "$file"
done
