# Runs a Python script and leaves what the process used in the file named by KPI_MEASURE, as measure.cjs does.
# usage: python3 bench/measure.py SCRIPT.py [argument…]
import atexit
import json
import os
import re
import resource
import runpy
import sys


def leave():
    used = resource.getrusage(resource.RUSAGE_SELF)
    kib = used.ru_maxrss
    try:
        with open("/proc/self/status") as status:
            kib = int(re.search(r"VmHWM:\s*(\d+)", status.read()).group(1))
    except OSError:
        pass
    with open(os.environ["KPI_MEASURE"], "w") as file:
        json.dump({"cpu": used.ru_utime + used.ru_stime, "peak": kib * 1024}, file)


if "KPI_MEASURE" in os.environ:
    atexit.register(leave)
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
