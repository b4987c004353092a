# The commands themselves.

prepare() {
  need_disk
  step "Gói phần mềm của hệ thống" "Packages of the system" need_packages "${RUNTIME_PACKAGES[@]}" curl
  find_jdk
  step "Dựng chương trình và máy chủ WildFly" "The program and its WildFly are built" build
}

start() {
  only_one_at_a_time
  # Before minutes go into a build that could not be used.
  [ -n "$(server_pid || true)" ] || need_free_ports "$HTTP_PORT" "$HTTPS_PORT" "$MANAGEMENT_PORT"
  prepare
  step "Khóa trong HSM, chứng thư và danh bạ thử nghiệm" "Keys in the HSM, certificates and the demo directory" make_state
  step "Cơ sở dữ liệu PostgreSQL" "PostgreSQL" start_database
  step "Máy chủ" "The server" start_server
  say "Máy chủ đang chạy tại http://127.0.0.1:$HTTP_PORT/ — dừng bằng: ./lienthong stop" \
      "The server runs at http://127.0.0.1:$HTTP_PORT/ — stop it with: ./lienthong stop"
}

# A second launcher on the same state folder waits for nobody: it says so and ends.
only_one_at_a_time() {
  mkdir -p "$STATE" 2>/dev/null || die "Không ghi được vào $STATE." "Cannot write to $STATE."
  { exec 9>"$STATE/lock"; } 2>/dev/null || die "Không ghi được vào $STATE." "Cannot write to $STATE."
  flock -n 9 || die "Một lệnh ./lienthong khác đang chạy trên $STATE." "Another ./lienthong is at work on $STATE."
}

stop() {
  stop_server
  [ ! -d "$STATE/postgres" ] || "$here/bin/private-postgres" stop "$STATE/postgres"
  say "Đã dừng." "Stopped."
}

status() {
  if [ -n "$(server_pid || true)" ] && server_is_ready; then
    say "Máy chủ đang chạy: http://127.0.0.1:$HTTP_PORT/ (tiến trình $(server_pid))" "The server runs: http://127.0.0.1:$HTTP_PORT/ (process $(server_pid))"
  elif [ -n "$(server_pid || true)" ]; then
    say "Máy chủ đang chạy nhưng chưa sẵn sàng; xem $STATE/log/console.log." "The server runs and is not ready; see $STATE/log/console.log."
    exit 1
  else
    say "Máy chủ không chạy." "The server does not run."
    exit 3
  fi
}

demo() {
  start
  java_tool demo vn.lienthong.demo.Demo --lang "$LANGUAGE_CHOSEN" --state "$STATE" --url "http://127.0.0.1:$HTTP_PORT" "$@"
}

verify() {
  [ $# -gt 0 ] || die "Thiếu tên tệp: ./lienthong verify TỆP" "Which file? ./lienthong verify FILE"
  find_jdk
  [ -d "$here/hsm-config/target/lib" ] || prepare
  local given=()
  case " $* " in *" --trust "*) ;; *) given+=(--trust "$STATE/pki/anchors") ;; esac
  # A signed document is valid only if its certificates are known not to be revoked.
  case " $* " in *" --crl "*) ;; *) [ ! -d "$STATE/pki/crl" ] || given+=(--crl "$STATE/pki/crl") ;; esac
  java_tool hsm-config vn.lienthong.signer.cli.Verify --lang "$LANGUAGE_CHOSEN" "${given[@]}" "$@"
}

run_tests() {
  need_disk
  step "Gói phần mềm của hệ thống" "Packages of the system" need_packages "${TEST_PACKAGES[@]}" curl
  find_jdk
  (cd "$here" && mvn -B -ntp verify "$@")
}

bench() {
  die "Chưa có phép đo nào: bench/ mới có phần đếm thời gian." "No measurement is written yet: bench/ has only the part that counts."
}
