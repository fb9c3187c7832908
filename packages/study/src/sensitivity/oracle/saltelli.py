"""Writes saltelli.json beside this script: outputs at random rows and what SciPy 1.17 makes of them."""

import json
import os

import numpy as np
import scipy
from scipy.stats import sobol_indices

HERE = os.path.dirname(os.path.abspath(__file__))
ROWS, FACTORS = 32, 3

random = np.random.default_rng(20261122)
a, b = random.random((2, FACTORS, ROWS))
mixed = np.array([np.where(np.arange(FACTORS)[:, None] == i, b, a) for i in range(FACTORS)])


def output(x):
    return 100 + x[0] + 2 * x[1] ** 2 + x[0] * x[2]


f_a, f_b, f_ab = output(a), output(b), np.array([output(m) for m in mixed])
found = sobol_indices(
    func={"f_A": f_a[None].copy(), "f_B": f_b[None].copy(), "f_AB": f_ab[:, None].copy()}, n=ROWS, method="saltelli_2010"
)
values = np.concatenate([f_a[None], f_b[None], f_ab]).T
out = {
    "scipy": scipy.__version__,
    "rows": ROWS,
    "values": values.ravel().tolist(),
    "first": np.ravel(found.first_order).tolist(),
    "total": np.ravel(found.total_order).tolist(),
}
with open(os.path.join(HERE, "saltelli.json"), "w") as file:
    json.dump(out, file, separators=(",", ":"))
    file.write("\n")
