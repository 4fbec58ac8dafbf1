package pdf

import (
	"encoding/binary"
	"math"
)

// colorProfile returns a small ICC profile of the colors of screens: primaries and white of
// sRGB, adapted to D50, with a gamma of 2.2.
func colorProfile() []byte {
	curve := append([]byte("curv\x00\x00\x00\x00\x00\x00\x00\x01"), 2, 0x33, 0, 0)
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", profileName("sRGB-like\x00")}, {"cprt", []byte("text\x00\x00\x00\x00No copyright\x00")}, {"wtpt", xyz(.9642, 1, .8249)},
		{"rXYZ", xyz(.4360, .2225, .0139)}, {"gXYZ", xyz(.3851, .7169, .0971)}, {"bXYZ", xyz(.1431, .0606, .7139)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	var table, data []byte
	start := 128 + 4 + 12*len(tags)
	for _, t := range tags {
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(start+len(data)))
		table = binary.BigEndian.AppendUint32(table, uint32(len(t.data)))
		data = append(data, t.data...)
		data = append(data, make([]byte, -len(data)&3)...)
	}
	out := profileHeader(start + len(data))
	out = binary.BigEndian.AppendUint32(out, uint32(len(tags)))
	return append(append(out, table...), data...)
}

func profileHeader(size int) []byte {
	h := make([]byte, 128)
	binary.BigEndian.PutUint32(h, uint32(size))
	binary.BigEndian.PutUint32(h[8:], 0x02100000)
	copy(h[12:], "mntrRGB XYZ ")
	copy(h[24:], []byte{7, 0xD0, 0, 1, 0, 1}) // a fixed date: 2000-01-01
	copy(h[36:], "acsp")
	copy(h[68:], xyz(.9642, 1, .8249)[8:])
	return h
}

func profileName(name string) []byte {
	out := binary.BigEndian.AppendUint32([]byte("desc\x00\x00\x00\x00"), uint32(len(name)))
	return append(append(out, name...), make([]byte, 78+2)...)
}

func xyz(x, y, z float64) []byte {
	out := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range []float64{x, y, z} {
		out = binary.BigEndian.AppendUint32(out, uint32(int32(math.Round(v*65536))))
	}
	return out
}
