#!/usr/bin/env bash
# Two "hosts" that are this machine: an sshd on the loopback addresses 127.0.0.1 and 127.0.0.2, with keys of its own, all
# in one folder. Sourced by run.sh; start_hosts FOLDER PORT writes $FOLDER/hosts, which GNU parallel reads.

start_hosts() {
  local folder=$1 port=$2 host
  mkdir -p "$folder" /run/sshd
  ssh-keygen -q -t ed25519 -N '' -f "$folder/host_key"
  ssh-keygen -q -t ed25519 -N '' -f "$folder/user_key"
  cp "$folder/user_key.pub" "$folder/authorized_keys"
  cat >"$folder/sshd_config" <<CONF
Port $port
ListenAddress 127.0.0.1
ListenAddress 127.0.0.2
HostKey $folder/host_key
AuthorizedKeysFile $folder/authorized_keys
PidFile $folder/sshd.pid
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
StrictModes no
UsePAM no
MaxStartups 100
CONF
  cat >"$folder/ssh_config" <<CONF
Port $port
IdentityFile $folder/user_key
StrictHostKeyChecking no
UserKnownHostsFile /dev/null
LogLevel ERROR
CONF
  /usr/sbin/sshd -D -f "$folder/sshd_config" 2>"$folder/sshd.log" &
  sshd=$!
  for host in 127.0.0.1 127.0.0.2; do
    wait_for 10 ssh -q -F "$folder/ssh_config" "$host" true 2>/dev/null
    echo "2/ssh -F $folder/ssh_config $host" >>"$folder/hosts"
  done
}

stop_hosts() {
  if [ -n "${sshd:-}" ]; then
    kill "$sshd" 2>/dev/null || true
    wait "$sshd" 2>/dev/null || true
  fi
  sshd=
}
sshd=
