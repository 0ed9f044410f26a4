package ro

const stopWords = `
a acea aceasta această acei aceia acel acela acele acelea acelei acelor acelui acest acesta acestea acestei acestor
acestora acestuia acești aceștia al ale ai alin alte altă alt altul altor am ar are asupra atât atunci au avea aș așa
ca că când care căreia căror cărora cărui căruia cât către ce cea cei cel cele celor ci cine conform cu cum
da dacă dar de deci decât deja deoarece despre din dintre două doar după e ea ei el ele este eu face fără fi fie fiecare
fiind fost i iar în încât însă între într întru îl își la le li lor lui mai me mi mea mei nici nu o or ori oricare orice
pe pentru până prin printr pot poate potrivit precum s să sa sale sau săi său se sub sunt sînt pînă cînd cît și ta te tot toate toți toată totodată
tu tine mine un una unde cine câți câte câtă câtor cât unei unele unii unor unui va vor vom`
