# shellcheck shell=bash disable=SC2154
# What bin/test-launcher puts in the place of slow or machine-wide things. FAKE_… variables say how each behaves.

# A stand-in named NAME on the PATH, with the script from standard input.
stand_in() {
  cat >"$1"
  chmod 755 "$1"
}

make_checkout() {
  mkdir -p "$work/shims" "$work/jdk/bin" "$checkout"/{demo/src,hsm-config/src,exchange-ws/src,docker/server}
  cp -r "$here/lienthong" "$here/bin" "$here/.mvn" "$here/pom.xml" "$checkout/"
  touch "$checkout/exchange-ws/pom.xml" "$checkout/docker/server/configure.cli"
  echo 'JAVA_VERSION="25.0.1"' >"$work/jdk/release"
  printf '#!/bin/sh\n' | stand_in "$work/jdk/bin/javac"
  stand_in "$work/jdk/bin/java" <<'S'
#!/bin/sh
[ "${FAKE_JAVA:-}" != broken ] || { echo 'Error: CKR_PIN_LOCKED'; exit 1; }
S
  # In the place of the script that calls the ceremony.
  stand_in "$checkout/bin/demo-state" <<'S'
#!/bin/sh
set -e
umask 077
"$3" x
mkdir -p "$1/secrets" "$1/content" "$1/tmp"
echo secret >"$1/secrets/server.password"
touch "$1/exchange.properties"
S
  stand_in "$work/shims/dpkg-query" <<'S'
#!/bin/sh
case " $* " in *" ${FAKE_MISSING:-none} "*) exit 1 ;; esac
printf installed
S
  stand_in "$work/shims/apt-get" <<'S'
#!/bin/sh
echo 'Reading package lists...'
[ "$1" = update ] || { echo 'E: Unable to locate package'; exit 100; }
S
  printf '#!/bin/sh\n' | stand_in "$work/shims/apt-cache"
  stand_in "$work/shims/id" <<'S'
#!/bin/sh
[ "$*" = -u ] && [ -n "${FAKE_UID:-}" ] && { echo "$FAKE_UID"; exit; }
exec /usr/bin/id "$@"
S
  stand_in "$work/shims/df" <<'S'
#!/bin/sh
[ -n "${FAKE_FREE:-}" ] || FAKE_FREE=90000
printf 'Filesystem 1M-blocks Used Available Capacity Mounted\nnone 0 0 %s 0%% /\n' "$FAKE_FREE"
S
  stand_in "$work/shims/mvn" <<'S'
#!/bin/sh
case "${FAKE_MVN:-}" in
  broken) echo '[INFO] compiling'; echo '[ERROR] cannot find symbol'; exit 1 ;;
  offline) echo '[ERROR] Could not transfer artifact a:b:1 from/to central: Unknown host'; exit 1 ;;
  full) echo '[ERROR] Failed to copy: No space left on device'; exit 1 ;;
  slow) mkdir -p exchange-ws/target/server && touch exchange-ws/target/half && exec sleep 60 ;;
esac
mkdir -p exchange-ws/target/server/bin exchange-ws/target/server/standalone/configuration exchange-ws/target/server/standalone/deployments \
  exchange-ws/target/lienthong/WEB-INF hsm-config/target/classes
touch exchange-ws/target/server/standalone/configuration/mgmt-users.properties
cp "$FAKE_STANDALONE" exchange-ws/target/server/bin/standalone.sh
S
  stand_in "$work/standalone.sh" <<'S'
#!/bin/sh
case "${FAKE_SERVER:-}" in
  ends) exit 1 ;;
  config) echo 'Caused by: vn.lienthong.exchange.wiring.config.ConfigException: the key log-id is missing'; echo 'WFLYSRV0026: started (with errors)' ;;
  slow) ;;
  *) port=$((9990 + LIENTHONG_PORT_OFFSET)) ;;
esac
# shellcheck disable=SC2086
python3 -c '
import http.server, sys, time
class Ready(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers()
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Ready).serve_forever() if sys.argv[1] != "0" else time.sleep(60)
' "${port:-0}" $JAVA_OPTS &
echo $! >"$JBOSS_PIDFILE"
wait
S
  export PATH=$work/shims:$PATH JAVA_HOME=$work/jdk FAKE_STANDALONE=$work/standalone.sh
  export LIENTHONG_STATE=$state LIENTHONG_JVM_FOLDERS=$work/none LIENTHONG_USER=root LIENTHONG_LANG=vi
  # All ports stay below those that the kernel lends to connections (32768 and up).
  export LIENTHONG_PORT_OFFSET=$((8000 + $$ % 8000)) EXCHANGE_DB_URL=jdbc:postgresql://127.0.0.1:1/none
  unset EXCHANGE_DB_OWNER_USER LIENTHONG_DB_PORT LIENTHONG_BIND
}

# Something else answers on that port until stop_listening.
listen() {
  python3 -c 'import socket, sys, time
s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind(("127.0.0.1", int(sys.argv[1]))); s.listen(8); time.sleep(60)' "$1" &
  begun+=($!)
  until (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; do sleep 0.05; done
}

stop_listening() {
  kill "${begun[-1]}"
  wait "${begun[-1]}" 2>/dev/null || true
}
