package sq

const stopWords = `
a ai ajo ama as asaj ashtu asnjë ata atë atij atyre ato bëhet bën cila cilat cilën cili cilit cilët cilave cilës
deri derisa dhe disa dy duke e edhe është gjatë gjithë i ia im in ishte ja janë jo ka kam kanë ke kemi kësaj këta këtë
këtij këto këtyre ky kjo kur kundrejt kush lidhur ma me megjithatë më mbi midis mos mund na ndaj ndonjë në
nëpërmjet nëse nga ngase nuk njëra nje një o ose pa para pas pasi për përveç po por prej pranë që qoftë s sa saj së
se secili sepse si sikur sipas sidomos t të tek tij tillë tilla tjera tjerë tjetër ty tyre u vetëm ç çdo çfarë
çka duhet duhen ku kurse pse`
