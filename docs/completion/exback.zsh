#compdef exback

_exback_completion() {
  eval $(env _TYPER_COMPLETE_ARGS="${words[1,$CURRENT]}" _EXBACK_COMPLETE=complete_zsh exback)
}

compdef _exback_completion exback

# zsh reads its own file of this at the first Tab, and that Tab wants an answer, too.
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _exback_completion "$@"; fi
