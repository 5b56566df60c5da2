#!/usr/bin/env python3
"""Writes the second set of layouts beside this folder: NN-name.xlsx|xls|ods and NN-name.expected.json.

Needs Debian's python3-openpyxl and LibreOffice: /usr/bin/python3 -B test/layouts/second/generator/make.py [NN …]
"""

import glob
import importlib
import os
import subprocess
import sys

from paper import OUT

if __name__ == '__main__':
    here = os.path.dirname(os.path.abspath(__file__))
    numbers = sys.argv[1:] or [path[-5:-3] for path in sorted(glob.glob(f'{here}/office_*.py'))]
    for number in numbers:
        importlib.import_module(f'office_{number}').write()
        print(number)
    subprocess.run(['npx', 'prettier', '--log-level=warn', '--write', f'{OUT}/*.expected.json'], check=True)
