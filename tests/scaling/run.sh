#!/usr/bin/env bash
# The recipes of SCALING.md for real: xargs, GNU parallel over two hosts, and Slurm job arrays; what their parts come to
# is held against the result of one process, byte for byte. Needs Debian and root: it installs what is missing, and runs
# its own sshd, munge and Slurm in a temporary folder. `npm run build` first. No part of `npm test`.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=hosts.sh
. "$here/hosts.sh"
# shellcheck source=slurm.sh
. "$here/slurm.sh"

documents=${1:-400}

install_missing() {
  local missing=()
  command -v parallel >/dev/null || missing+=(parallel)
  command -v rsync >/dev/null || missing+=(rsync)
  [ -x /usr/sbin/sshd ] || missing+=(openssh-server openssh-client)
  command -v slurmctld >/dev/null || missing+=(slurm-wlm)
  command -v munged >/dev/null || missing+=(munge)
  [ ${#missing[@]} -gt 0 ] || return 0
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# Removed at the end, unless KEEP is set.
work=
finish() {
  stop_slurm
  stop_hosts
  [ -z "$work" ] || [ -n "${KEEP:-}" ] || rm -rf "$work"
}
trap finish EXIT

same() {
  cmp "$2" "$3"
  echo "same bytes: $1 ($(stat -c %s "$2") of them)"
}

install_missing
work=$(mktemp -d /tmp/bodycopy-scaling.XXXXXX)
cd "$work"
# The command on the path of every host.
mkdir bin
printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' "$(command -v node)" "$here/../../bin/bodycopy.js" >bin/bodycopy
chmod +x bin/bodycopy
PATH=$work/bin:$PATH

node "$here/data.mjs" in "$documents"
# A broken document in each folder: bodycopy ends with 1, and so does who runs it.
failing() {
  local code=0
  "$@" || code=$?
  [ "$code" -gt 0 ] || { echo "scaling: no failure was told by: $*" >&2; return 1; }
}

echo "$(find in -type f | wc -l) files, $(du -sm in | cut -f1) MB"
failing bodycopy -f ndjson in >single.ndjson 2>single.errors
# The position of a record counts from where its process began to read; its id stays.
without_positions() { sed 's/"record":[0-9]*,*//' "$1" >"$1.there"; }
fields=source,title,text,confidence
bodycopy --records --fields "$fields" <in.ndjson >single.records
without_positions single.records

# --- xargs: a list of files, in slices of a few, each into a file of its own; joined by the order of the slices.
find in -type f | LC_ALL=C sort >list
split -l 100 -d -a 4 list slice.
failing xargs -P 2 -I{} sh -c 'xargs -d "\n" bodycopy -f ndjson --jobs 1 <"$1" >"$1.out" 2>"$1.errors"' sh {} < <(ls slice.????)
cat slice.????.out >xargs.ndjson
same "xargs -P 2" xargs.ndjson single.ndjson
cat slice.????.errors >xargs.errors
same "what it told of broken inputs" xargs.errors single.errors

# --- GNU parallel, over two hosts that share a file system.
port=$((40000 + RANDOM % 10000))
start_hosts "$work/ssh" "$port"
failing parallel -k -n 50 --sshloginfile ssh/hosts --workdir "$work" --env PATH bodycopy -f ndjson --jobs 1 :::: list >parallel.ndjson 2>parallel.errors
same "parallel -k, two hosts, one file system" parallel.ndjson single.ndjson

# --- GNU parallel, over two hosts that share nothing: the files go there, the results come back.
grep -v pages list >archives
failing parallel --sshloginfile ssh/hosts --workdir ... --transferfile {} --return {}.out.gz --cleanup --env PATH \
  bodycopy -f ndjson --jobs 1 -o {}.out.gz {} :::: archives 2>transfer.errors
xargs -d '\n' bodycopy -f ndjson <archives >archives.ndjson 2>/dev/null || true
while read -r file; do cat "$file.out.gz"; done <archives | gunzip >parted.ndjson
same "parallel --transferfile --return, two hosts, gzip" parted.ndjson archives.ndjson

# --- GNU parallel, records through a pipe over two hosts.
parallel --pipe -k --block 200k --sshloginfile ssh/hosts --env PATH bodycopy --records --jobs 1 --fields "$fields" <in.ndjson >parallel.records
without_positions parallel.records
same "parallel --pipe -k bodycopy --records, two hosts" parallel.records.there single.records.there
echo "records by host: $(parallel --pipe -k --block 200k --sshloginfile ssh/hosts 'cut -d" " -f3 <<<"$SSH_CONNECTION"; cat >/dev/null' <in.ndjson | sort | uniq -c | xargs)"

# --- Slurm: a job array, a slice of the list for each task, into gzip; a task is requeued in the middle and goes on.
start_slurm "$work/slurm"
mkdir out
cat >array.sh <<'JOB'
#!/bin/bash
#SBATCH --array=0-3 --requeue --open-mode=append --output=out/%a.log
mapfile -t files < <(split -n "l/$((SLURM_ARRAY_TASK_ID + 1))/$SLURM_ARRAY_TASK_COUNT" list)
exec bodycopy -f ndjson --jobs 1 --resume -o "out/$SLURM_ARRAY_TASK_ID.ndjson.gz" "${files[@]}"
JOB
sbatch --wait --parsable array.sh >job &
waiting=$!
# Its journal tells of a first part of the file, and so can be gone on with.
is_begun() { grep -qs '"bytes":[1-9]' out/1.ndjson.gz.bodycopy-journal; }
is_over() { [ -e out/1.ndjson.gz ]; }
if wait_for 120 eval 'is_begun || is_over' && ! is_over; then
  scontrol requeue "$(cat job)_1"
else
  echo "the task was done before it could be requeued; take more documents"
fi
failing wait "$waiting"
cat out/0.ndjson.gz out/1.ndjson.gz out/2.ndjson.gz out/3.ndjson.gz | gunzip >slurm.ndjson
same "sbatch --array=0-3, gzip, one task requeued" slurm.ndjson single.ndjson
grep -h "going on after" out/*.log || true
