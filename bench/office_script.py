"""What an office would write itself: reads a weekly return with openpyxl and inserts its rows into PostgreSQL.

Usage: office_script.py DATABASE_URL FILE. It trusts the layout and checks nothing. Prints the seconds that it took
without the start of Python.
"""

import sys
import time

import openpyxl
import psycopg2
from psycopg2.extras import execute_values

start = time.perf_counter()
url, path = sys.argv[1:]
sheet = openpyxl.load_workbook(path, read_only=True, data_only=True).active
rows = [
    (row[2], row[1], row[3], row[4], row[8], row[9], row[10])
    for row in sheet.iter_rows(min_row=7, max_col=13, values_only=True)
    if row[2] is not None
]
with psycopg2.connect(url) as connection, connection.cursor() as cursor:
    cursor.execute(
        "CREATE TABLE IF NOT EXISTS office_figure (code text, name text, field text, planned numeric(20),"
        " disbursed numeric(20), completed numeric(20), advance numeric(20))"
    )
    execute_values(cursor, "INSERT INTO office_figure VALUES %s", rows, page_size=1000)
print(time.perf_counter() - start)
