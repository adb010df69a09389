# SPDX-License-Identifier: Apache-2.0
"""compare.py NATIVE WASM: two outputs of `numbers`, value by value. Floating-point numbers may be 4 units in the last
place apart; everything else is equal. Tells how many differ, by how much and where."""
import collections
import sys
from pathlib import Path

MOST = 4  # units in the last place


def values(path):
    return dict(line.rsplit(" ", 1) for line in Path(path).read_text().splitlines())


def ordered(bits):
    """The whole numbers that doubles become in their order: neighbours are 1 apart, -0 and 0 the same."""
    return bits if bits < 1 << 63 else (1 << 63) - bits


def distance(one, other):
    """In units in the last place; None where both are no floating-point numbers and differ."""
    if not (one.startswith("0x") and other.startswith("0x")):
        return 0 if one == other else None
    return abs(ordered(int(one, 16)) - ordered(int(other, 16)))


def main():
    native, wasm = values(sys.argv[1]), values(sys.argv[2])
    if not native or native.keys() != wasm.keys():
        sys.exit(f"not the same values: {sorted(native.keys() ^ wasm.keys())[:5]}")
    counts = collections.Counter()
    wrong = []
    for place, one in native.items():
        apart = distance(one, wasm[place])
        counts[apart] += 1
        if apart is not None and apart <= MOST:
            continue
        wrong.append(f"{place}: {one} natively, {wasm[place]} in WebAssembly: " +
                     ("not the same" if apart is None else f"{apart} ulp"))
    differing = sum(count for apart, count in counts.items() if apart != 0)
    print(f"{len(native)} results, {differing} differ, {len(wrong)} of them by more than {MOST} ulp: "
          + ", ".join(f"{count} by {apart}" for apart, count in sorted(counts.items(), key=lambda item: item[0] or 0)
                      if apart != 0))
    print("\n".join(wrong))
    sys.exit(f"{len(wrong)} results are too far apart" if wrong else 0)


if __name__ == "__main__":
    main()
