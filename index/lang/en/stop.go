package en

const stopWords = `
a about above actually after again all also although am an and any are as at be because been before being below between both but
by can cannot could did do does doing during each either etc for from further get gets had has have having he her here hereby
herein hereof hereinafter hers herself him himself his how however i if in into is it its itself may me might more most
many much must my neither no nor not of off on once only or other others our ours out over own same she shall should so some such
than that the their theirs them themselves then there thereby therefor therefore therefrom therein thereof thereto these
they this those though through thus to too under until unto up upon us very was we were what when where whereas whereby
wherein whether which while who whom whose why will with within would you your yours`
