# Leaves what a process has used so far in the file named by KPI_MEASURE, as measure.cjs does: for programs that run a
# command before they end. Needs Linux. usage: sh bench/measure.sh PROCESS
ticks=$(getconf CLK_TCK)
awk -v ticks="$ticks" '
  /^VmHWM:/ { peak = $2 * 1024 }
  # Behind the name in brackets: fields 14 and 15 are the processor time of the program and of the kernel for it.
  FILENAME ~ /stat$/ { sub(/.*\) /, ""); cpu = ($12 + $13) / ticks }
  END { printf "{\"cpu\": %f, \"peak\": %d}\n", cpu, peak }
' "/proc/$1/status" "/proc/$1/stat" >"$KPI_MEASURE"
