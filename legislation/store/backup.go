package store

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"

	"seelex/legislation"
)

// Summary says what a backup or a verified file holds.
type Summary struct {
	Path       string             `json:"path"`
	Bytes      int64              `json:"bytes"`
	SHA256     string             `json:"sha256"`
	Generation uint64             `json:"generation"`
	Counts     legislation.Counts `json:"counts"`
}

// Backup writes the present generation to a file while the store is in use: whole
// and verified before it gets its name, or not at all. A store in which nothing was
// loaded yet has no backup.
func (s *Store) Backup(path string) (Summary, error) {
	if s.Generation() == 0 {
		return Summary{}, unavailable(s.path, "holds nothing yet", "a data directory in which the corpus is loaded, as 'seelex serve' and 'seelex stats' do")
	}
	return place(path, func(w io.Writer) error {
		return guard(s.path, func() error {
			return s.db.View(func(tx *bolt.Tx) error { _, err := tx.WriteTo(w); return err })
		})
	})
}

// Restore verifies a backup and puts it in the place of the directory's file. What
// was there is kept beside it under the name seelex.db.before-restore. The generation
// rises above that of the file that was there, so that nobody takes an index or an
// answer of that one for one of this.
func Restore(backup, dir string) (Summary, error) {
	if _, err := Verify(backup); err != nil {
		return Summary{}, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return Summary{}, unavailable(dir, "cannot be made: "+reason(err), "a directory that you may write to, by --data")
	}
	path := filepath.Join(dir, FileName)
	before, unlock, err := lockOut(path)
	if err != nil {
		return Summary{}, err
	}
	defer unlock()
	if err := keepBefore(path); err != nil {
		return Summary{}, err
	}
	sum, err := place(path, func(w io.Writer) error {
		f, err := os.Open(backup)
		if err != nil {
			return err
		}
		defer f.Close()
		_, err = io.Copy(w, f)
		return err
	})
	if err != nil || sum.Generation > before {
		return sum, err
	}
	return raise(path, before+1)
}

// raise gives the file a later generation.
func raise(path string, generation uint64) (Summary, error) {
	db, err := openFile(path, &bolt.Options{Timeout: lockWait})
	if err != nil {
		return Summary{}, err
	}
	err = db.Update(func(tx *bolt.Tx) error { return mark(tx, generationKey, bytesOf(generation)) })
	if err = errors.Join(err, db.Close()); err != nil {
		return Summary{}, openError(path, err)
	}
	return Verify(path)
}

// keepBefore keeps the file under a second name. Where the file system has no second
// names it is moved.
func keepBefore(path string) error {
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	kept := path + ".before-restore"
	if err := os.Remove(kept); err != nil && !errors.Is(err, os.ErrNotExist) {
		return openError(kept, err)
	}
	if os.Link(path, kept) == nil {
		return nil
	}
	if err := os.Rename(path, kept); err != nil {
		return openError(path, err)
	}
	return nil
}

// lockOut makes sure that no process has the file open, and gives its generation. A
// damaged file cannot be opened by anyone, needs no lock and has none: that is when
// people restore.
func lockOut(path string) (generation uint64, unlock func(), err error) {
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return 0, func() {}, nil
	}
	db, err := openFile(path, &bolt.Options{Timeout: lockWait})
	var known *legislation.Error
	switch {
	case errors.As(err, &known) && known.Message == inUse:
		return 0, nil, err
	case err != nil:
		return 0, func() {}, nil
	}
	_ = guard(path, func() (err error) { // of a damaged file the generation may not be known
		return db.View(func(tx *bolt.Tx) error { generation, err = generationOf(tx); return err })
	})
	return generation, func() { db.Close() }, nil
}

// Verify opens a file read-only and checks every page and every record.
func Verify(path string) (Summary, error) {
	sum := Summary{Path: path}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return sum, unavailable(path, "cannot be read: "+reason(err), "a file written by 'seelex backup'")
	case info.Mode().IsRegular() && info.Size() == 0:
		return sum, damaged(path, errors.New("it is empty"))
	}
	if err := checkWhole(path); err != nil {
		return sum, err
	}
	db, err := openFile(path, &bolt.Options{Timeout: lockWait, ReadOnly: true})
	if err != nil {
		return sum, err
	}
	defer db.Close()
	err = guard(path, func() error {
		return db.View(func(tx *bolt.Tx) error {
			for err := range tx.Check() {
				return fmt.Errorf("%w: %w", errDamaged, err)
			}
			meta := tx.Bucket(metaBucket)
			if meta == nil || number(meta.Get(formatKey)) == 0 {
				return fmt.Errorf("%w: it is not a seelex file", errDamaged)
			}
			if f := number(meta.Get(formatKey)); f > format {
				return unavailable(path, fmt.Sprintf("was written by a newer seelex (format %d; this one reads up to %d)", f, format), "the newer seelex")
			}
			var said state
			if err := said.readMarks(tx, &sum.Counts); err != nil {
				return err
			}
			sum.Generation = said.generation
			return checkRecords(tx)
		})
	})
	if err != nil {
		return sum, err
	}
	return sum, measure(&sum)
}

func checkRecords(tx *bolt.Tx) error {
	for _, name := range append(curatedBuckets, textBuckets...) {
		bucket := tx.Bucket(name)
		if bucket == nil {
			return fmt.Errorf("%w: it has no %s", errDamaged, name)
		}
		if err := bucket.ForEach(func(k, sealed []byte) error { _, err := unseal(name, k, sealed); return err }); err != nil {
			return err
		}
	}
	return nil
}

func measure(sum *Summary) error {
	f, err := os.Open(sum.Path)
	if err != nil {
		return err
	}
	defer f.Close()
	h := sha256.New()
	sum.Bytes, err = io.Copy(h, f)
	sum.SHA256 = hex.EncodeToString(h.Sum(nil))
	return err
}

// place writes a file beside its place, forces it to disk, verifies it, and gives it
// its name in one step.
func place(path string, write func(io.Writer) error) (Summary, error) {
	unfinished := "." + filepath.Base(path) + ".*"
	removeLeft(filepath.Join(filepath.Dir(path), unfinished))
	f, err := os.CreateTemp(filepath.Dir(path), unfinished)
	if err != nil {
		return Summary{}, unavailable(path, "cannot be written: "+reason(err), "a directory that you may write to")
	}
	defer os.Remove(f.Name())
	err = errors.Join(write(f), f.Sync(), f.Close())
	if err != nil {
		return Summary{}, fmt.Errorf("%s: %w", path, err)
	}
	sum, err := Verify(f.Name())
	if err != nil {
		return sum, err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return sum, unavailable(path, "cannot be written: "+reason(err), "a directory that you may write to")
	}
	sum.Path = path
	return sum, syncDir(filepath.Dir(path))
}

// abandoned is the age at which nobody writes an unfinished file any more.
const abandoned = time.Hour

// removeLeft removes what a process left that was killed while it wrote. What cannot
// be removed is only in the way of nobody.
func removeLeft(pattern string) {
	left, _ := filepath.Glob(pattern) // a path that reads as a bad pattern finds nothing
	for _, path := range left {
		if info, err := os.Lstat(path); err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > abandoned {
			_ = os.Remove(path)
		}
	}
}

func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}
