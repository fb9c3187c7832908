"""Writes ../joe-kuo.ts (the direction numbers) and sobol.json (SciPy's points) beside this script. Needs SciPy 1.17."""

import json
import os
import textwrap

import numpy as np
import scipy.stats
from scipy.stats import qmc

HERE = os.path.dirname(os.path.abspath(__file__))
DIMENSIONS = 400

LICENCE = """\
Copyright (c) 2008, Frances Y. Kuo and Stephen Joe. All rights reserved.

Redistribution and use in source and binary forms, with or without modification, are permitted provided that the
following conditions are met:
  * Redistributions of source code must retain the above copyright notice, this list of conditions and the following
    disclaimer.
  * Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following
    disclaimer in the documentation and/or other materials provided with the distribution.
  * Neither the names of the copyright holders nor the names of the University of New South Wales and the University of
    Waikato and its contributors may be used to endorse or promote products derived from this software without specific
    prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT
LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT
SHALL THE COPYRIGHT HOLDERS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES
(INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING
NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH
DAMAGE."""


def direction_numbers():
    """Writes the table of Joe and Kuo's new-joe-kuo-6, which SciPy ships, for the first dimensions."""
    table = np.load(os.path.join(os.path.dirname(scipy.stats.__file__), "_sobol_direction_numbers.npz"))
    records = []
    for d in range(1, DIMENSIONS):
        polynomial = int(table["poly"][d])
        degree = polynomial.bit_length() - 1
        records.append(" ".join(str(n) for n in [polynomial, *table["vinit"][d][:degree]]))
    lines = textwrap.wrap(" | ".join(records), 116)
    with open(os.path.join(HERE, "..", "joe-kuo.ts"), "w") as file:
        file.write("/*\n" + LICENCE + "\n*/\n\n")
        file.write(
            "/**\n"
            " * Lists, for each dimension of a Sobol sequence after the first, a primitive polynomial (its coefficients as bits) and\n"
            " * the initial direction numbers. Written by `oracle/sobol.py` from Joe and Kuo's set new-joe-kuo-6 (SIAM Journal on\n"
            " * Scientific Computing 30(5), 2635-2654, 2008), whose two-dimensional projections are good up to 21,201 dimensions.\n"
            " */\n"
            "export const joeKuo: readonly (readonly number[])[] = `\n"
        )
        file.write("\n".join(lines))
        file.write('\n`\n  .split("|")\n  .map((record) => record.trim().split(/\\s+/).map(Number));\n')


def points():
    """Writes SciPy's unscrambled points: all for few dimensions, some rows and dimensions of the full table."""
    few = {str(d): qmc.Sobol(d, scramble=False).random(16).tolist() for d in (1, 2, 5)}
    rows = [1, 2, 3, 77, 500, 1023]
    dimensions = [0, 1, 2, 9, 40, 63, 64, 127, 199, 255, 373, 398, 399]
    full = qmc.Sobol(DIMENSIONS, scramble=False).random(1024)
    some = full[np.ix_(rows, dimensions)].tolist()
    sums = full.sum(axis=0).tolist()
    squares = (np.arange(1024)[:, None] * full).sum(axis=0).tolist()
    out = {
        "scipy": scipy.__version__,
        "few": few,
        "full": {"rows": rows, "dimensions": dimensions, "points": some, "sums": sums, "weightedSums": squares},
    }
    with open(os.path.join(HERE, "sobol.json"), "w") as file:
        json.dump(out, file, separators=(",", ":"))
        file.write("\n")


direction_numbers()
points()
