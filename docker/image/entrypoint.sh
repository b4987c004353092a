#!/usr/bin/env bash
# The container's one process: brings the tables up to date as their owner, where an owner is given, and becomes the server.
# EXCHANGE_DB_PASSWORD, EXCHANGE_DB_OWNER_PASSWORD and EXCHANGE_CLUSTER_SECRET may come in files (…_FILE), as container secrets do.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
state=$LIENTHONG_STATE

die() { printf '%s / %s\n' "$1" "$2" >&2; exit 1; }

for name in EXCHANGE_DB_PASSWORD EXCHANGE_DB_OWNER_PASSWORD EXCHANGE_CLUSTER_SECRET; do
  file=${name}_FILE
  [ -z "${!file:-}" ] || { printf -v "$name" '%s' "$(cat "${!file}")"; export "${name?}"; }
done
[ -n "${EXCHANGE_DB_URL:-}" ] || die "Thiếu EXCHANGE_DB_URL." "EXCHANGE_DB_URL is not set."
[ -w "$state" ] || die "Không ghi được vào $state." "Cannot write to $state."

if [ ! -f "$state/exchange.properties" ]; then
  [ "${LIENTHONG_DEMO_STATE:-no}" = yes ] \
    || die "$state không có exchange.properties; đặt LIENTHONG_DEMO_STATE=yes để tạo khóa thử nghiệm." \
           "$state has no exchange.properties; LIENTHONG_DEMO_STATE=yes makes keys for a trial."
  "$home/bin/demo-state" "$state" /usr/lib/softhsm/libsofthsm2.so "$JAVA_HOME/bin/java" "$home/hsm-config/target/classes:$home/hsm-config/target/lib/*"
fi

if [ -n "${EXCHANGE_DB_OWNER_USER:-}" ]; then
  "$home/bin/migrate" "$JAVA_HOME/bin/java" "$home/server" "$home/WEB-INF" \
    || die "Không cập nhật được các bảng của cơ sở dữ liệu." "The database's tables could not be brought up to date."
fi
unset EXCHANGE_DB_OWNER_USER EXCHANGE_DB_OWNER_PASSWORD EXCHANGE_DB_OWNER_PASSWORD_FILE EXCHANGE_DB_OWNER_URL

# Nodes of a cluster meet on this address; alone, nobody is to be met.
exec "$home/bin/run-server" "$state" "$home/server" -bprivate="${EXCHANGE_CLUSTER_BIND:-127.0.0.1}"
