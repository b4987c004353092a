# shellcheck shell=bash
# The commands themselves.

prepare() {
  need_disk
  step "Gói phần mềm của hệ thống" "Packages of the system" need_packages "${RUNTIME_PACKAGES[@]}" curl
  find_jdk
  step "Dựng chương trình và máy chủ WildFly" "The program and its WildFly are built" build
}

start() {
  trap undo_what_is_half EXIT
  trap interrupted INT TERM HUP
  open_state
  # Before minutes go into a build that could not be used.
  [ -n "$(server_pid)" ] || need_free_ports "$HTTP_PORT" "$HTTPS_PORT" "$MANAGEMENT_PORT" "$CLUSTER_PORT"
  [ -n "${EXCHANGE_DB_URL:-}" ] || private_postgres_runs || need_free_ports "$DB_PORT"
  prepare
  umask 077
  choose_server_user
  step "Khóa trong HSM, chứng thư và danh bạ thử nghiệm" "Keys in the HSM, certificates and the demo directory" make_state
  step "Cơ sở dữ liệu PostgreSQL" "PostgreSQL" start_database
  if ! server_is_current; then
    step "Các bảng của cơ sở dữ liệu" "The database's tables" migrate_database
    step "Máy chủ" "The server" start_server
  fi
  DATABASE_BEGUN=
  say "Máy chủ đang chạy tại http://127.0.0.1:$HTTP_PORT/ — dừng bằng: ./lienthong stop" \
      "The server runs at http://127.0.0.1:$HTTP_PORT/ — stop it with: ./lienthong stop"
}

stop() {
  need_sight_of_state
  # What another launcher is just starting would be there after this said that it stopped.
  [ ! -e "$STATE/lock" ] || hold_state
  stop_server
  stop_database
  say "Đã dừng." "Stopped."
}

status() {
  need_sight_of_state
  if [ -n "$(server_pid)" ] && server_is_ready; then
    say "Máy chủ đang chạy: http://127.0.0.1:$HTTP_PORT/ (tiến trình $(server_pid))" "The server runs: http://127.0.0.1:$HTTP_PORT/ (process $(server_pid))"
  elif [ -n "$(server_pid)" ]; then
    say "Máy chủ đang chạy nhưng chưa sẵn sàng; xem $STATE/log/console.log." "The server runs and is not ready; see $STATE/log/console.log."
    exit 1
  else
    say "Máy chủ không chạy." "The server does not run."
    exit 3
  fi
}

demo() {
  local status=0
  check_demo_arguments "$@"
  start
  # From here on the server is whole: Ctrl-C ends the demonstration and leaves it running.
  trap - INT TERM HUP
  java_tool demo vn.lienthong.demo.Demo --lang "$LANGUAGE_CHOSEN" --state "$STATE" --url "http://127.0.0.1:$HTTP_PORT" "$@" || status=$?
  exit "$status"
}

# What is wrong with the command line is said before minutes go into a build.
check_demo_arguments() {
  local file facts
  [ $# -gt 0 ] || return 0
  [ "$1" = --file ] && [ $# -eq 2 ] || die "Lệnh demo chỉ nhận: --file tệp.pdf, --lang vi|en." "demo takes --file your.pdf and --lang vi|en only."
  file=$2
  [ -f "$file" ] || die "Không có tệp $file." "There is no file $file."
  [ -r "$file" ] || die "Không đọc được tệp $file." "The file $file cannot be read."
  # ISO 32000-1, 7.5.2, and its implementation note: the header stands within the first 1024 octets.
  head -c 1024 "$file" | grep -aq '%PDF-' || die "Tệp $file không phải PDF." "The file $file is no PDF."
  command -v pdfinfo >/dev/null || return 0
  facts=$(pdfinfo "$file" 2>&1) || [[ $facts == *'Incorrect password'* ]] || die "Tệp $file không phải PDF đọc được." "The file $file is no PDF that can be read."
  if grep -qE '^Encrypted: +yes|Incorrect password' <<<"$facts"; then
    die "Tệp $file được mã hóa; hãy bỏ mật khẩu trước khi ký." "The file $file is encrypted; take the password off before it is signed."
  fi
}

# Ends with 0 valid, 1 not valid, 2 a wrong command or a file that cannot be read, 3 not decided.
verify() {
  [ $# -gt 0 ] || not_verified "Thiếu tên tệp: ./lienthong verify TỆP" "Which file? ./lienthong verify FILE"
  if [ "${1#-}" = "$1" ]; then
    [ -e "$1" ] || not_verified "Không có tệp $1." "There is no file $1."
    [ -f "$1" ] && [ -r "$1" ] || not_verified "Không đọc được tệp $1." "The file $1 cannot be read."
  fi
  find_jdk
  [ -d "$here/hsm-config/target/lib" ] || { open_state; prepare; }
  local given=()
  case " $* " in *" --trust "*) ;; *) given+=(--trust "$STATE/pki/anchors") ;; esac
  # A signed document is valid only if its certificates are known not to be revoked.
  case " $* " in *" --crl "*) ;; *) [ ! -d "$STATE/pki/crl" ] || given+=(--crl "$STATE/pki/crl") ;; esac
  java_tool hsm-config vn.lienthong.signer.cli.Verify --lang "$LANGUAGE_CHOSEN" "${given[@]}" "$@"
}

# watch OPTION… | archive OPTION… FOLDER: an auditor's look at a log, and at all evidence in a folder (docs/transparency.md).
audit() {
  local class=$1; shift
  find_jdk
  [ -d "$here/hsm-config/target/lib" ] || { open_state; prepare; }
  local given=()
  case " $* " in *" --trust "*) ;; *) [ ! -d "$STATE/pki/anchors" ] || given+=(--trust "$STATE/pki/anchors") ;; esac
  case " $* " in *" --crl "*) ;; *) [ ! -d "$STATE/pki/crl" ] || given+=(--crl "$STATE/pki/crl") ;; esac
  java_tool hsm-config "vn.lienthong.signer.cli.$class" --lang "$LANGUAGE_CHOSEN" "${given[@]}" "$@"
}

# The tool of an HSM's operator. It works on the token that its command line names, not on the state folder.
hsm() {
  [ $# -gt 0 ] || die "Thiếu lệnh: ./lienthong hsm profiles (xem docs/hsm.md)" "Which command? ./lienthong hsm profiles (see docs/hsm.md)"
  find_jdk
  [ -d "$here/hsm-config/target/lib" ] || { open_state; prepare; }
  java_tool hsm-config vn.lienthong.hsm.cli.HsmConfigMain "$@" --lang "$LANGUAGE_CHOSEN"
}

# usb sign|bridge OPTION…: the official's program (docs/connect-usb-token.md).
usb() {
  find_jdk
  [ -d "$here/hsm-config/target/lib" ] || { open_state; prepare; }
  java_tool hsm-config vn.lienthong.hsm.usb.UsbMain "$@" --lang "$LANGUAGE_CHOSEN"
}

not_verified() {
  say "$1" "$2" >&2
  exit 2
}

run_tests() {
  open_state
  need_disk
  step "Gói phần mềm của hệ thống" "Packages of the system" need_packages "${TEST_PACKAGES[@]}" curl
  find_jdk
  # What a test leaves running must not hold our lock.
  exec 9>&-
  step "Trình khởi động" "The launcher" "$here/bin/test-launcher"
  (cd "$here" && mvn -B -ntp verify "$@")
  step "Cấu hình máy chủ: đặt, gỡ, đặt lại" "The server's configuration: made, taken back, made again" "$here/bin/test-server-config" "$SERVER_HOME"
  step "Trọn một lượt gửi nhận, với tài liệu mẫu và tài liệu của người khác" "The main job, on the sample and on a document of somebody else's" "$here/bin/test-demo"
  step "Phép đo: đo nhanh, ngắt giữa chừng" "The measurements: a quick run, an interrupted one" "$here/bin/test-bench"
}
