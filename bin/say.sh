# shellcheck shell=bash
# What people read: Vietnamese first, English by --lang en or LIENTHONG_LANG=en.
LANGUAGE_CHOSEN=${LIENTHONG_LANG:-vi}
ARGUMENTS=()

# Takes --lang out of the arguments; the rest stands in ARGUMENTS afterwards.
read_language() {
  while [ $# -gt 0 ]; do
    case "$1" in
      --lang) [ $# -gt 1 ] || die "--lang cần vi hoặc en." "--lang wants vi or en."; LANGUAGE_CHOSEN=$2; shift ;;
      --lang=*) LANGUAGE_CHOSEN=${1#--lang=} ;;
      *) ARGUMENTS+=("$1") ;;
    esac
    shift
  done
  case "$LANGUAGE_CHOSEN" in
    vi|en) ;;
    *) LANGUAGE_CHOSEN='vi'; die "--lang chỉ nhận vi hoặc en." "--lang takes vi or en only." ;;
  esac
}

# say VIETNAMESE ENGLISH
say() { if [ "$LANGUAGE_CHOSEN" = en ]; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi; }

# die VIETNAMESE ENGLISH: one sentence on standard error, exit status 1.
die() { say "$1" "$2" >&2; exit 1; }

# step VIETNAMESE ENGLISH COMMAND…: runs the command and prints one line with its outcome and time.
step() {
  local vi=$1 en=$2 begin=$EPOCHREALTIME; shift 2
  "$@"
  local spent=$(( (${EPOCHREALTIME/[.,]/} - ${begin/[.,]/}) / 100000 ))
  say "  ✔ $vi ($((spent / 10)),$((spent % 10)) giây)" "  ✔ $en ($((spent / 10)).$((spent % 10)) s)"
}
