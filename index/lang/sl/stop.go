package sl

const stopWords = `
a ali ampak bi bil bila bile bili bilo biti bo bodo bosta brez bodisi če četudi čez da do dokler dva dve eden ena eno
en enega enem g ga glede h i ih im ima imajo in iz iti ja jaz je jih jim jo k kadar kaj kajti kako kakor kar kateri katera
katere katerega katerem kateremu katerih katerim katerimi katero kdor ki kje ko koga koliko kolikšna kolikšen kot kdo kdaj kje kakšna kakšen kakšno kakšne zakaj le lahko ker kljub komu
me med mi moj mora morajo mu na nad naj ne nego nek neka neki neko ni nima nimajo njega njegov njegova njegove njej njem
njemu njen njih njihov njim njo niso nje o ob od on ona one oni ono oziroma okoli po pod poleg preko pred pri proti
razen s sam samo se sebi si so sta sme smejo svoj svoja svoje svojega svojem svojim svojo ste še
ta tak taka take tako takšen takšna takšno te tega tem temu teh tej ti tista tisti tisto to tudi toda
v vendar ves vsa vse vsi vso vsak vsaka vsako vseh vsem vsemu z za zaradi zato zlasti že`
