"""Writes oracles.json beside this file: values of SciPy and NumPy that unit tests compare with.

Run it with `python3 packages/study/test-support/oracles.py`; it draws nothing at random.
"""

import json
from pathlib import Path

import numpy
import scipy
from scipy import stats

# Weeks of remission under 6-mercaptopurine, with whether it ended: Freireich and others 1963, Blood 21, 699-716.
REMISSION = [
    [6, 1], [6, 1], [6, 1], [6, 0], [7, 1], [9, 0], [10, 1], [10, 0], [11, 0], [13, 1], [16, 1],
    [17, 0], [19, 0], [20, 0], [22, 1], [23, 1], [25, 0], [32, 0], [32, 0], [34, 0], [35, 0],
]
# Months to a target in an invented ensemble that is watched for 60 months.
MONTHS = [[m, 1] for m in (0, 14, 14, 15, 22, 22, 22, 30, 34, 34, 41, 58)] + [[60, 0]] * 4


def survival(observations):
    times = numpy.array([time for time, _ in observations], dtype=float)
    ended = numpy.array([end for _, end in observations], dtype=bool)
    sample = stats.CensoredData(uncensored=times[ended], right=times[~ended])
    curve = stats.ecdf(sample).sf
    interval = curve.confidence_interval(method="log-log")
    finite = lambda value: None if numpy.isnan(value) else float(value)
    return {
        "observations": observations,
        "times": curve.quantiles.tolist(),
        "waiting": curve.probabilities.tolist(),
        "low": [finite(value) for value in interval.low.probabilities],
        "high": [finite(value) for value in interval.high.probabilities],
    }


def main():
    hilbert = [[1 / (i + j + 1) for j in range(4)] for i in range(4)]
    chances = [1e-300, 1e-20, 1e-6, 0.001, 0.02425, 0.07, 0.075, 0.3, 0.5, 0.925, 0.93, 0.999, 1 - 1e-9]
    trials = [
        [3, 10, 0.2], [10, 10, 0.5], [1, 1000, 0.001], [83, 100, 0.71],
        [540, 1000, 0.5], [4000, 10000, 0.41], [250, 5000, 0.03], [7, 9, 0.99],
    ]
    oracles = {
        "versions": {"scipy": scipy.__version__, "numpy": numpy.__version__},
        "normalQuantile": [[p, float(stats.norm.ppf(p))] for p in chances],
        "binomialTail": [[k, n, p, float(stats.binom.sf(k - 1, n, p))] for k, n, p in trials],
        "hilbert": numpy.linalg.eigvalsh(hilbert).tolist(),
        "survival": [survival(REMISSION), survival(MONTHS)],
    }
    Path(__file__).with_suffix(".json").write_text(json.dumps(oracles, indent=2) + "\n")


main()
