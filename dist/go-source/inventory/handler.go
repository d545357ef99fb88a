package main

import (
	"go/ast"
	"go/types"
)

// handler is what runs when an expression of a function or of an http.Handler is called.
type handler struct {
	// entries are where calls begin.
	entries []*body
	// run are those of them that every call goes through, unless one before it answers.
	run []*body
}

type unwrapper struct {
	*graph
	handler
	followed map[types.Object]bool
}

// handler looks through what is put around handlers: `http.HandlerFunc(s.show)`, `s.logged(s.show)`, `s.show()` that gives one, `&shower{}`.
func (g *graph) handler(expr ast.Expr) handler {
	u := &unwrapper{graph: g, followed: map[types.Object]bool{}}
	u.expr(expr)
	return u.handler
}

func (u *unwrapper) expr(expr ast.Expr) {
	switch expr := ast.Unparen(expr).(type) {
	case *ast.FuncLit:
		u.add(u.literals[expr])
	case *ast.Ident, *ast.SelectorExpr, *ast.IndexExpr, *ast.IndexListExpr:
		u.name(expr)
	case *ast.UnaryExpr:
		u.expr(expr.X)
	case *ast.CompositeLit:
		u.served(u.info.TypeOf(expr))
		for _, element := range expr.Elts {
			if pair, ok := element.(*ast.KeyValueExpr); ok {
				element = pair.Value
			}
			u.expr(element)
		}
	case *ast.CallExpr:
		u.call(expr)
	}
}

func (u *unwrapper) call(call *ast.CallExpr) {
	fun := ast.Unparen(call.Fun)
	if name := nameIn(fun); name != nil {
		if function, ok := u.info.Uses[name].(*types.Func); ok {
			u.maker(function.Origin())
		}
	}
	switch fun := fun.(type) {
	case *ast.CallExpr, *ast.FuncLit:
		u.expr(fun)
	case *ast.SelectorExpr:
		if inner, ok := ast.Unparen(fun.X).(*ast.CallExpr); ok {
			u.expr(inner)
		}
	}
	for _, argument := range call.Args {
		u.expr(argument)
	}
}

func (u *unwrapper) name(expr ast.Expr) {
	name := nameIn(expr)
	if name == nil {
		return
	}
	if function, ok := u.info.Uses[name].(*types.Func); ok {
		u.add(u.functions[function.Origin()])
		return
	}
	variable := u.variable(name)
	if variable == nil || u.followed[variable] || !isHandler(variable.Type()) {
		return
	}
	u.followed[variable] = true
	u.served(variable.Type())
	for _, value := range u.assigned[variable] {
		u.expr(value)
	}
}

// maker follows a function that gives a handler: what it returns, and the literals in it.
func (u *unwrapper) maker(function *types.Func) {
	made := u.functions[function]
	if made == nil || u.followed[function] || !givesHandler(function) {
		return
	}
	u.followed[function] = true
	ast.Inspect(made.block, func(node ast.Node) bool {
		if expr, ok := node.(ast.Expr); ok && u.registered[expr] {
			return false
		}
		switch node := node.(type) {
		case *ast.FuncLit:
			u.entries = append(u.entries, u.literals[node])
			return false
		case *ast.ReturnStmt:
			for _, result := range node.Results {
				u.expr(result)
			}
		}
		return true
	})
}

// givesHandler leaves out what only makes something that handlers use.
func givesHandler(function *types.Func) bool {
	results := function.Type().(*types.Signature).Results()
	for i := 0; i < results.Len(); i++ {
		if isHandler(results.At(i).Type()) {
			return true
		}
	}
	return false
}

// served adds the method of an own type that is an http.Handler.
func (u *unwrapper) served(of types.Type) {
	if of == nil {
		return
	}
	object, _, _ := types.LookupFieldOrMethod(of, true, nil, "ServeHTTP")
	if function, ok := object.(*types.Func); ok {
		u.add(u.functions[function.Origin()])
	}
}

func (u *unwrapper) add(one *body) {
	if one != nil {
		u.entries, u.run = append(u.entries, one), append(u.run, one)
	}
}
