"""Makes the Parquet files of this folder, of invented schools, with pandas 3.0.6, polars 1.44.2 and pyarrow 25.0.1."""

import datetime
from decimal import Decimal

import pandas
import polars
import pyarrow
from pyarrow import parquet

columns = ["school", "level", "enrolment", "low_income_share", "teachers"]
schools = [
    ("Cedar, North", "elementary", 412, 0.65, 22),
    ('Alder "A"', "middle", 610, 0.5, 34.5),
    ("Summit\né", "high", 1180, 0.41, 62),
    ("Fern", "high", 300, None, None),
    ("Closed", "high", 0, None, None),
]

# With a column of the index, since rows were left out, a categorical, and an integer that may be missing.
frame = pandas.DataFrame(schools, columns=columns)
frame = frame.astype({"level": "category", "enrolment": "Int64"})
frame[frame.enrolment > 0].to_parquet("pandas.parquet")

# Compressed with Zstandard.
polars.DataFrame(schools[:-1], schema=columns, orient="row").write_parquet("polars.parquet")


def cells(*values, kind):
    return pyarrow.array([*values, None], kind)


day = datetime.datetime(2024, 2, 29, 12, 30)
parquet.write_table(
    pyarrow.table(
        {
            "int8": cells(-1, 7, kind=pyarrow.int8()),
            "uint32": cells(2**32 - 1, 7, kind=pyarrow.uint32()),
            "uint64": cells(2**64 - 1, 7, kind=pyarrow.uint64()),
            "int64": cells(-(2**63), 2**53 + 1, kind=pyarrow.int64()),
            "float": cells(0.1, 3.4e38, kind=pyarrow.float32()),
            "double": cells(0.1, float("nan"), kind=pyarrow.float64()),
            "boolean": cells(True, False, kind=pyarrow.bool_()),
            "date": cells(day.date(), datetime.date(1969, 12, 31), kind=pyarrow.date32()),
            "local": cells(day, day.replace(microsecond=250000), kind=pyarrow.timestamp("us")),
            "utc": cells(day, day, kind=pyarrow.timestamp("ns", tz="UTC")),
            "decimal": cells(Decimal("0.57"), Decimal("-12.50"), kind=pyarrow.decimal128(9, 2)),
            "whole": cells(Decimal("5"), Decimal("-120"), kind=pyarrow.decimal128(30, 0)),
            "text": cells("", "ü", kind=pyarrow.large_string()),
            "none": pyarrow.nulls(3),
        }
    ),
    "pyarrow.parquet",
)

parquet.write_table(
    pyarrow.table(
        {
            "school": ["Cedar"],
            "list": pyarrow.array([[1]]),
            "group": pyarrow.array([{"a": 1}]),
            "time": pyarrow.array([datetime.time(1, 2)]),
        }
    ),
    "nested.parquet",
)
