#compdef exback

_exback_completion() {
  eval $(env _TYPER_COMPLETE_ARGS="${words[1,$CURRENT]}" _EXBACK_COMPLETE=complete_zsh exback)
}

compdef _exback_completion exback

# zsh reads this file at the first Tab, and that Tab wants an answer too.
_exback_completion "$@"
