# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Completion for bash of xp-service: what it completes is read from its own --help, so it cannot fall behind.

_xp_service()
{
    local word=$2 before=$3 program=$1 help command=
    COMPREPLY=()
    case $before in
    --log-format) mapfile -t COMPREPLY < <(compgen -W "json text" -- "$word"); return ;;
    --log-level) mapfile -t COMPREPLY < <(compgen -W "debug info warning error" -- "$word"); return ;;
    --tls-cert | --tls-key | --pseudonymise-file | --unleash-copy) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --app-dir) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
    esac
    if ((COMP_CWORD > 1)) && [[ ${COMP_WORDS[1]} != -* ]]; then
        command=${COMP_WORDS[1]}
    fi
    # A command's own options, and those of the service that it takes, too.
    help=$("$program" --help 2>/dev/null; [[ -z $command ]] || "$program" "$command" --help 2>/dev/null)
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(grep -oE '(^|[[:space:]])--[a-z][a-z-]*' <<<"$help")" -- "$word")
    elif [[ -z $command ]] || ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W "$(sed -n 's/^Commands: //p' <<<"$help" | tr -d ,)" -- "$word")
    elif [[ $command == audit && $before == audit ]]; then
        mapfile -t COMPREPLY < <(compgen -W verify -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
}
complete -o filenames -F _xp_service xp-service
