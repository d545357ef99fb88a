package shapes

import (
	"go/ast"
	"strings"
)

// mount reads the function that makes what is mounted. False where there is none.
func (w *walker) mount(handler ast.Expr, prefix string, s *scope) bool {
	call, ok := handler.(*ast.CallExpr)
	if !ok {
		return false
	}
	targets := w.functionsNamed(CalledName(call), s.pkg)
	for _, target := range targets {
		w.function(target.pkg, target.fn, map[string]string{}, prefix, s.depth+1)
	}
	return len(targets) > 0
}

// stripped reads `mux.Handle("/api/", http.StripPrefix("/api", routes()))`, which mounts what it is given.
func (w *walker) stripped(call *ast.CallExpr, s *scope) bool {
	if CalledName(call) != "Handle" || len(call.Args) != 2 {
		return false
	}
	strip, ok := call.Args[1].(*ast.CallExpr)
	if !ok || ExprText(strip.Fun) != "http.StripPrefix" || len(strip.Args) != 2 {
		return false
	}
	prefix, ok := s.pkg.Text(strip.Args[0])
	base := w.routerPrefix(call.Fun.(*ast.SelectorExpr).X, s)
	return ok && w.mount(strip.Args[1], base+strings.TrimSuffix(prefix, "/"), s)
}

// follow reads functions that are handed a router.
func (w *walker) follow(call *ast.CallExpr, s *scope) {
	handed := map[int]string{}
	for i, arg := range call.Args {
		if prefix, ok := w.prefixOf(arg, s); ok {
			handed[i] = prefix
		}
	}
	if len(handed) == 0 {
		return
	}
	for _, target := range w.functionsNamed(CalledName(call), s.pkg) {
		known := map[string]string{}
		names := paramNames(target.fn.Type)
		for i, prefix := range handed {
			if i < len(names) {
				known[names[i]] = prefix
			}
		}
		w.function(target.pkg, target.fn, known, "", s.depth+1)
	}
}

type target struct {
	pkg *Package
	fn  *ast.FuncDecl
}

// functionsNamed prefers the package itself, and gives nothing for a name that too many share.
func (w *walker) functionsNamed(name string, own *Package) []target {
	var found []target
	for _, p := range append([]*Package{own}, w.packages...) {
		for _, fn := range p.functions[name] {
			if takesRouter(fn) || givesRouter(fn) {
				found = append(found, target{p, fn})
			}
		}
		if p == own && len(found) > 0 {
			return found
		}
	}
	if len(found) > 8 {
		return nil
	}
	return found
}
