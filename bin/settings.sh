# Where things are. Everything that a run leaves behind lies in the one state folder.
STATE=${LIENTHONG_STATE:-$here/.lienthong}
case "$STATE" in /*) ;; *) STATE=$PWD/$STATE ;; esac
PORT_OFFSET=${LIENTHONG_PORT_OFFSET:-0}
HTTP_PORT=$((8080 + PORT_OFFSET))
HTTPS_PORT=$((8443 + PORT_OFFSET))
MANAGEMENT_PORT=$((9990 + PORT_OFFSET))
DB_PORT=${LIENTHONG_DB_PORT:-$((15432 + PORT_OFFSET))}
HEAP=${LIENTHONG_HEAP:-1g}
SERVER_HOME=$here/exchange-ws/target/server
SERVER_LOG=$STATE/log/server.log
PID_FILE=$STATE/run/server.pid
# The least free space that a build and a first run need, in MiB.
DISK_NEEDED=3000
