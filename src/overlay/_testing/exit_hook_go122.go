package testing

import _ "unsafe"

//go:linkname leakgateExitHook runtime.addExitHook
func leakgateExitHook(f func(), onFailure bool)

func leakgateAddExitHook(f func()) { leakgateExitHook(f, false) }
