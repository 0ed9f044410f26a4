package sh

// stopWords are function words of the four standards, and what questions begin with; what is the same without diacritics
// is written once. Bih, the verb, is left out: who types it means Bosna i Hercegovina.
const stopWords = `
a ako ali am ama bez bi bila bile bili bilo bio biti bismo biste bude budem budu da do dok dakle dvije dva
ga gdje gde i ih ili iliti im ima iz iza između ja je jedan jedna jedno jedne jednu jednog jednoga jednom jednoj jednim jer jesu joj još ju
k ka kad kada kako kao kod koja koje kojeg kojega kojem kojemu kojih kojim kojima kojom koju koji koga kome kroz
li me među meni mi mene mnogo može na nad nakon nama nas naš ne nego neka neki nekoj nije nisu niti ni njega njegov
njegova njegovo njemu njen njih njihov njihova njim njima njoj nju no o od oko on ona one oni ono onaj onda osim ova ovaj
ove ovi ovo ovog ovoga ovom ovome ovih ovim
po pod poslije posle prema pre preko prije pri radi s sa sam samo se si smo ste su sva svaka svaki svako sve svi svih
svim svoj svoja svoje svog svojih svojim ta tada taj tako također takođe te ti time to tog toga tom tome toj tu tih tim
u uz ukoliko usled uslijed već vi više vrlo za zato zbog što sto šta čije čija čiji čak
hoće imati jel kakav kakva kakve kakvo kolika kolike koliki koliko ko mogu mora moraju netko neko niko nitko postoje postoji
sme smeju smije smiju tko treba trebaju zašto`
