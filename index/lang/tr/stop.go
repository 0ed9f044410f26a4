package tr

const stopWords = `
acaba ama ancak arasında aynı bazı başka başkaca belli ben beri bile bir biri birinin birkaç biz bu buna bunda bundan
bunlar bunların bunu bunun böyle böylece da daha dahi dair de değil diğer diğeri diye dolayı dolayısıyla eğer en gibi göre
hem henüz hep hepsi hangi hangisi her herhangi hiç hiçbir için içinde ile ilgili ise itibaren kaç kaçtır kadar karşı kendi kendine kendisi kendisine
kendisinin ki kim kimse mı mi mu mü nasıl ne neden nedeniyle nedir nelerdir nerede niçin o olan olarak oldu olduğu olduğunu olmak olması
olmayan olmaz olup olur olursa ona ondan onlar onların onu onun ötürü önce öyle pek rağmen sadece şey siz sonra sonunda şu
tüm üzere üzerinde var ve veya veyahut ya yahut yani yine yok zaten`
