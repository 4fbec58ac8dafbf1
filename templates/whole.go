package templates

import "reflect"

// wholeSize returns the size of a value as a function traverses it that follows pointers and the
// fields of structs: those that copy, compare or encode it. Beyond maxWork it is not counted.
func wholeSize(v reflect.Value) int {
	var s sizer
	s.add(v, 0)
	return s.size
}

type sizer struct{ size int }

func (s *sizer) add(v reflect.Value, depth int) {
	if depth > maxNested {
		s.size = maxWork + 1
	}
	if s.size > maxWork {
		return
	}
	s.size += perValue
	switch v.Kind() {
	case reflect.String:
		s.size += v.Len()
	case reflect.Interface, reflect.Pointer:
		if !v.IsNil() {
			s.add(v.Elem(), depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				s.add(v.Field(i), depth+1)
			}
		}
	case reflect.Slice, reflect.Array:
		for i := 0; i < v.Len() && s.size <= maxWork; i++ {
			s.add(v.Index(i), depth+1)
		}
	case reflect.Map:
		for entries := v.MapRange(); s.size <= maxWork && entries.Next(); {
			s.add(entries.Key(), depth+1)
			s.add(entries.Value(), depth+1)
		}
	}
}
