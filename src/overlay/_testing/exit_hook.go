package testing

import "internal/runtime/exithook"

func leakgateAddExitHook(f func()) { exithook.Add(exithook.Hook{F: f}) }
