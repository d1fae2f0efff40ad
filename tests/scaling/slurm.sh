#!/usr/bin/env bash
# A Slurm cluster of this machine alone, with everything of it in one folder: its key, its state, its logs. Sourced by
# run.sh; start_slurm FOLDER, then sbatch and its kin find it by SLURM_CONF; stop_slurm ends it.

start_slurm() {
  local folder=$1 host
  host=$(hostname -s)
  mkdir -p "$folder/state" "$folder/spool"
  head -c 1024 /dev/urandom >"$folder/munge.key"
  chmod 400 "$folder/munge.key"
  cat >"$folder/slurm.conf" <<CONF
ClusterName=bodycopy
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$((20000 + RANDOM % 10000))
SlurmdPort=$((30000 + RANDOM % 10000))
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket,cred_expire=10
CredType=cred/munge
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_min_interval=0,sched_interval=1
ReturnToService=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
  export SLURM_CONF=$folder/slurm.conf
  munged --force --foreground --key-file="$folder/munge.key" --socket="$folder/munge.socket" \
    --pid-file="$folder/munged.pid" --log-file="$folder/munged.log" --seed-file="$folder/munged.seed" 2>"$folder/munged.err" &
  slurm_daemons=($!)
  wait_for 10 test -S "$folder/munge.socket"
  slurmctld -D -f "$SLURM_CONF" >"$folder/slurmctld.out" 2>&1 &
  slurm_daemons+=($!)
  slurmd -D -f "$SLURM_CONF" >"$folder/slurmd.out" 2>&1 &
  slurm_daemons+=($!)
  wait_for 60 slurm_is_idle
}

slurm_is_idle() { [ "$(sinfo -h -o %t 2>/dev/null)" = idle ]; }

# Asks until it is so, SECONDS at most.
wait_for() {
  local seconds=$1
  shift
  for _ in $(seq $((seconds * 5))); do
    if "$@"; then return 0; fi
    sleep 0.2
  done
  echo "scaling: waited $seconds seconds in vain for: $*" >&2
  return 1
}

stop_slurm() {
  if [ ${#slurm_daemons[@]} -gt 0 ]; then
    kill "${slurm_daemons[@]}" 2>/dev/null || true
    wait "${slurm_daemons[@]}" 2>/dev/null || true
  fi
  slurm_daemons=()
}
slurm_daemons=()
