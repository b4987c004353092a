# shellcheck shell=bash
# Where things are. Everything that a run leaves behind lies in the one state folder.

read_settings() {
  STATE=$(realpath -m -- "${LIENTHONG_STATE:-$here/.lienthong}")
  case "$here$STATE" in *[!A-Za-z0-9/._~+,@:-]*)
    # WildFly's start script splits its options at spaces.
    die "Đường dẫn chỉ được gồm chữ cái không dấu, chữ số và / . _ ~ + , @ : -, còn đây là: $here, $STATE." \
        "Paths may hold unaccented letters, digits and / . _ ~ + , @ : - only, and these are: $here, $STATE." ;;
  esac
  PORT_OFFSET=${LIENTHONG_PORT_OFFSET:-0}
  # The database's port, 15432, is the highest; all stay under 65536.
  [[ $PORT_OFFSET =~ ^[0-9]{1,5}$ ]] && PORT_OFFSET=$((10#$PORT_OFFSET)) && [ "$PORT_OFFSET" -le 50000 ] \
    || die "LIENTHONG_PORT_OFFSET phải là số từ 0 đến 50000." "LIENTHONG_PORT_OFFSET must be a number from 0 to 50000."
  HTTP_PORT=$((8080 + PORT_OFFSET))
  HTTPS_PORT=$((8443 + PORT_OFFSET))
  MANAGEMENT_PORT=$((9990 + PORT_OFFSET))
  CLUSTER_PORT=$((7600 + PORT_OFFSET))
  DB_PORT=${LIENTHONG_DB_PORT:-$((15432 + PORT_OFFSET))}
  SERVER_HOME=$here/exchange-ws/target/server
  # Which sources the checkout was last built from.
  BUILT=$STATE/run/built
  # In a folder that the server's user may write; see bin/state.sh.
  PID_FILE=$STATE/run/server/pid
  # The least free space that a build and a first run need, in MiB.
  DISK_NEEDED=3000
  # Where JDKs are looked for after JAVA_HOME.
  read -ra JVM_FOLDERS <<<"${LIENTHONG_JVM_FOLDERS:-/usr/lib/jvm /opt /opt/java ${HOME:-/root}/.sdkman/candidates/java}"
}
