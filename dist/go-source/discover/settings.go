package main

import (
	"go/ast"
	"go/token"
	"reflect"
	"strconv"
	"strings"

	"leakgate.dev/source/shapes"
)

// settings reads flags and environment variables: calls of flag, pflag, kingpin, cobra and os.Getenv, and tags of structs.
func settings(packages []*shapes.Package) []Setting {
	var found []Setting
	seen := map[Setting]bool{}
	add := func(one Setting) {
		same := Setting{Kind: one.Kind, Name: one.Name}
		if one.Name != "" && !seen[same] {
			seen[same] = true
			found = append(found, one)
		}
	}
	for _, p := range packages {
		for _, file := range p.Files {
			ast.Inspect(file, func(node ast.Node) bool {
				switch node := node.(type) {
				case *ast.CallExpr:
					add(settingOf(p, node))
				case *ast.CompositeLit:
					add(urfaveFlag(p, node))
				case *ast.Field:
					for _, one := range tagged(node.Tag) {
						add(one)
					}
				}
				return true
			})
		}
	}
	return found
}

// settingOf reads `flag.String("listen", ":80", "…")`, `flags.StringVarP(&addr, "listen", "l", …)`, `kingpin.Flag("web.listen", "…").Default(":80")`, `os.Getenv("PORT")`.
func settingOf(p *shapes.Package, call *ast.CallExpr) Setting {
	selector, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return Setting{}
	}
	name, args := selector.Sel.Name, call.Args
	switch {
	case (name == "Getenv" || name == "LookupEnv") && len(args) == 1:
		text, _ := p.Text(args[0])
		return Setting{Kind: "variable", Name: text}
	case name == "Default" && len(args) > 0:
		if inner, ok := selector.X.(*ast.CallExpr); ok && shapes.CalledName(inner) == "Flag" {
			one := settingOf(p, inner)
			one.Default, _ = p.Text(args[0])
			return one
		}
	case name == "Flag" && len(args) == 2:
		text, _ := p.Text(args[0])
		return Setting{Kind: "flag", Name: text}
	case isFlagCall(name):
		rest := args
		if strings.Contains(name, "Var") && len(rest) > 0 {
			rest = rest[1:]
		}
		text := textAt(p, rest, 0)
		value := 1
		if strings.HasSuffix(name, "P") {
			value = 2
		}
		return Setting{Kind: "flag", Name: text, Default: textAt(p, rest, value)}
	}
	return Setting{}
}

func isFlagCall(name string) bool {
	kind := strings.TrimSuffix(strings.TrimSuffix(name, "P"), "Var")
	return kind == "String" || kind == "Int" || kind == "Uint" || kind == "Uint16" || kind == "IntSlice"
}

func textAt(p *shapes.Package, args []ast.Expr, index int) string {
	if index >= len(args) {
		return ""
	}
	if literal, ok := args[index].(*ast.BasicLit); ok && literal.Kind == token.INT {
		return literal.Value
	}
	text, _ := p.Text(args[index])
	return text
}

// urfaveFlag reads `&cli.StringFlag{Name: "listen", Value: ":80"}`.
func urfaveFlag(p *shapes.Package, literal *ast.CompositeLit) Setting {
	if !strings.HasSuffix(shapes.ExprText(literal.Type), "Flag") {
		return Setting{}
	}
	one := Setting{Kind: "flag"}
	for _, element := range literal.Elts {
		pair, ok := element.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		switch shapes.ExprText(pair.Key) {
		case "Name":
			one.Name = textAt(p, []ast.Expr{pair.Value}, 0)
		case "Value":
			one.Default = textAt(p, []ast.Expr{pair.Value}, 0)
		}
	}
	return one
}

// tagged reads `env:"PORT"`, `envconfig:"PORT"`, `long:"port" default:"80"`, `arg:"--port,env:PORT"`.
func tagged(tag *ast.BasicLit) []Setting {
	if tag == nil {
		return nil
	}
	text, err := strconv.Unquote(tag.Value)
	if err != nil {
		return nil
	}
	tags := reflect.StructTag(text)
	value := tags.Get("default") + tags.Get("envDefault") + tags.Get("env-default")
	var found []Setting
	for _, key := range []string{"env", "envconfig"} {
		name, _, _ := strings.Cut(tags.Get(key), ",")
		if name != "" && name == strings.ToUpper(name) {
			found = append(found, Setting{Kind: "variable", Name: name, Default: value})
		}
	}
	if name := tags.Get("long"); name != "" {
		found = append(found, Setting{Kind: "flag", Name: name, Default: value})
	}
	for _, part := range strings.Split(tags.Get("arg"), ",") {
		if name, ok := strings.CutPrefix(part, "--"); ok {
			found = append(found, Setting{Kind: "flag", Name: name, Default: value})
		}
		if name, ok := strings.CutPrefix(part, "env:"); ok {
			found = append(found, Setting{Kind: "variable", Name: name, Default: value})
		}
	}
	return found
}

// commands reads `Use: "serve"` of cobra and `Name: "serve"` of a cli.Command.
func commands(packages []*shapes.Package) []string {
	var found []string
	seen := map[string]bool{}
	for _, p := range packages {
		for _, file := range p.Files {
			ast.Inspect(file, func(node ast.Node) bool {
				literal, ok := node.(*ast.CompositeLit)
				if !ok || !strings.HasSuffix(shapes.ExprText(literal.Type), ".Command") {
					return true
				}
				for _, element := range literal.Elts {
					pair, ok := element.(*ast.KeyValueExpr)
					if !ok || shapes.ExprText(pair.Key) != "Use" && shapes.ExprText(pair.Key) != "Name" {
						continue
					}
					text, _ := p.Text(pair.Value)
					if name, _, _ := strings.Cut(text, " "); name != "" && !seen[name] {
						seen[name] = true
						found = append(found, name)
					}
				}
				return true
			})
		}
	}
	return found
}
