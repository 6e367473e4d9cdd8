internal import Zones

/// The names of months, by language and calendar, in small letters.
enum MonthNames {
    struct Month {
        var number: Int
        /// Nil: Gregorian.
        var calendar: OtherCalendar?
    }

    static func month(_ word: String) -> Month? { names[word] }
    /// Names of two words: the Levant's January is the second of its pair.
    static func month(_ first: String, _ second: String) -> Month? { names[first + " " + second] }

    /// 1 is Monday.
    static func weekday(_ word: String) -> Int? { weekdays[word] }

    private static let names: [String: Month] = {
        var names: [String: Month] = [:]
        func add(_ calendar: OtherCalendar?, _ lines: String) {
            for line in lines.split(separator: "\n") {
                for (index, month) in line.split(separator: ",").enumerated() {
                    for name in month.split(separator: "|") {
                        let key = name.drop { $0 == " " }
                        names[String(key).lowercased()] = Month(number: index + 1, calendar: calendar)
                    }
                }
            }
        }
        add(nil, gregorian)
        add(.persian, persian)
        add(.hebrew, hebrew)
        add(.ummAlQura, lunar)
        return names
    }()

    private static let gregorian = """
        january|jan,february|feb,march|mar,april|apr,may,june|jun,july|jul,august|aug,september|sep|sept,october|oct,november|nov,december|dec
        janvier|janv,février|fevrier|févr|fév,mars,avril|avr,mai,juin,juillet|juil,août|aout,septembre,octobre,novembre,décembre|decembre|déc
        enero|ene,febrero,marzo,abril|abr,mayo,junio,julio,agosto|ago,septiembre|setiembre,octubre,noviembre,diciembre|dic
        januar|jänner|jän,februar,märz|maerz|mär,april,mai,juni,juli,august,september,oktober|okt,november,dezember|dez
        gennaio|gen,febbraio,marzo,aprile,maggio|mag,giugno|giu,luglio|lug,agosto,settembre,ottobre|ott,novembre,dicembre
        janeiro,fevereiro|fev,março|marco,abril,maio,junho,julho,agosto,setembro,outubro|out,novembro,dezembro
        января|январь|янв,февраля|февраль|фев,марта|март|мар,апреля|апрель|апр,мая|май,июня|июнь|июн,июля|июль|июл,августа|август|авг,сентября|сентябрь|сен|сент,октября|октябрь|окт,ноября|ноябрь|ноя|нояб,декабря|декабрь|дек
        січня|січень,лютого|лютий,березня|березень,квітня|квітень,травня|травень,червня|червень,липня|липень,серпня|серпень,вересня|вересень,жовтня|жовтень,листопада|листопад,грудня|грудень
        ocak|oca,şubat|subat|şub,mart,nisan|nis,mayıs|mayis,haziran|haz,temmuz|tem,ağustos|agustos|ağu,eylül|eylul|eyl,ekim|eki,kasım|kasim|kas,aralık|aralik|ara
        stycznia|styczeń,lutego|luty,marca|marzec,kwietnia|kwiecień,maja|maj,czerwca|czerwiec,lipca|lipiec,sierpnia|sierpień,września|wrzesień,października|październik,listopada,grudnia|grudzień
        januari,februari,maart,april,mei,juni,juli,augustus,september,oktober,november,december
        januari,februari,mars,april,maj,juni,juli,augusti,september,oktober,november,december
        januar,februar,marts,april,maj,juni,juli,august,september,oktober,november,december
        januar,februar,mars,april,mai,juni,juli,august,september,oktober,november,desember
        tammikuuta|tammikuu,helmikuuta|helmikuu,maaliskuuta|maaliskuu,huhtikuuta|huhtikuu,toukokuuta|toukokuu,kesäkuuta|kesäkuu,heinäkuuta|heinäkuu,elokuuta|elokuu,syyskuuta|syyskuu,lokakuuta|lokakuu,marraskuuta|marraskuu,joulukuuta|joulukuu
        ledna|leden,února|únor,března|březen,dubna|duben,května|květen,června|červen,července|červenec,srpna|srpen,září,října|říjen,listopadu,prosince|prosinec
        január,február,március,április,május,június,július,augusztus,szeptember,október,november,december
        ianuarie,februarie,martie,aprilie,mai,iunie,iulie,august,septembrie,octombrie,noiembrie,decembrie
        януари,февруари,март,април,май,юни,юли,август,септември,октомври,ноември,декември
        januara|januar,februara|februar,marta|mart,aprila|april,maja|maj,juna|jun,jula|jul,avgusta|avgust,septembra|septembar,oktobra|oktobar,novembra|novembar,decembra|decembar
        јануара|јануар,фебруара|фебруар,марта|март,априла|април,маја|мај,јуна|јун,јула|јул,августа|август,септембра|септембар,октобра|октобар,новембра|новембар,децембра|децембар
        ιανουαρίου,φεβρουαρίου,μαρτίου,απριλίου,μαΐου,ιουνίου,ιουλίου,αυγούστου,σεπτεμβρίου,οκτωβρίου,νοεμβρίου,δεκεμβρίου
        januari,februari,maret,april,mei,juni,juli,agustus,september,oktober,november,desember
        janvāris|janvāra|janvārī,februāris|februāra|februārī,marts|marta|martā,aprīlis|aprīļa|aprīlī,maijs|maija|maijā,jūnijs|jūnija|jūnijā,jūlijs|jūlija|jūlijā,augusts|augusta|augustā,septembris|septembra|septembrī,oktobris|oktobra|oktobrī,novembris|novembra|novembrī,decembris|decembra|decembrī
        ינואר|בינואר,פברואר|בפברואר,מרץ|במרץ|מרס|במרס,אפריל|באפריל,מאי|במאי,יוני|ביוני,יולי|ביולי,אוגוסט|באוגוסט,ספטמבר|בספטמבר,אוקטובר|באוקטובר,נובמבר|בנובמבר,דצמבר|בדצמבר
        يناير|كانون الثاني|جانفي,فبراير|شباط|فيفري,مارس|آذار|اذار,أبريل|ابريل|إبريل|نيسان|أفريل,مايو|أيار|ايار|ماي,يونيو|يونيه|حزيران|جوان,يوليو|يوليه|تموز|جويلية,أغسطس|اغسطس|آب|اب|أوت,سبتمبر|أيلول|ايلول,أكتوبر|اكتوبر|تشرين الأول|تشرين الاول,نوفمبر|تشرين الثاني,ديسمبر|كانون الأول|كانون الاول
        ژانویه,فوریه,مارس,آوریل|آپریل,مه,ژوئن,ژوئیه|جولای,اوت|آگوست,سپتامبر,اکتبر,نوامبر,دسامبر
        """
    private static let persian = """
        فروردین|فروردين|farvardin,اردیبهشت|ارديبهشت|ordibehesht,خرداد|khordad,تیر|تير|tir,مرداد|mordad,شهریور|شهريور|shahrivar,مهر|mehr,آبان|ابان|aban,آذر|اذر|azar,دی|دي|dey,بهمن|bahman,اسفند|esfand
        """
    private static let hebrew = """
        tishrei|tishri,cheshvan|heshvan|marcheshvan,kislev,tevet|teves,shevat|shvat,adar i,adar|adar ii,nisan,iyar|iyyar,sivan,tammuz|tamuz,av,elul
        """
    private static let lunar = """
        محرم|muharram,صفر|safar,ربيع الأول|ربيع الاول,ربيع الآخر|ربيع الثاني,جمادى الأولى,جمادى الآخرة|جمادى الثانية,رجب|rajab,شعبان|shaban,رمضان|ramadan,شوال|shawwal,ذو القعدة|ذي القعدة,ذو الحجة|ذي الحجة
        """

    private static let weekdays: [String: Int] = {
        let lines = """
            monday|mon,tuesday|tue|tues,wednesday|wed,thursday|thu|thur|thurs,friday|fri,saturday|sat,sunday|sun
            lundi,mardi,mercredi,jeudi,vendredi,samedi,dimanche
            lunes,martes,miércoles|miercoles,jueves,viernes,sábado|sabado,domingo
            montag|mo,dienstag,mittwoch,donnerstag,freitag,samstag|sonnabend,sonntag
            понедельник,вторник,среда,четверг,пятница,суббота,воскресенье
            pazartesi,salı,çarşamba,perşembe,cuma,cumartesi,pazar
            الاثنين|الإثنين,الثلاثاء,الأربعاء|الاربعاء,الخميس,الجمعة,السبت,الأحد|الاحد
            """
        var days: [String: Int] = [:]
        for line in lines.split(separator: "\n") {
            for (index, day) in line.split(separator: ",").enumerated() {
                for name in day.split(separator: "|") { days[String(name.drop { $0 == " " })] = index + 1 }
            }
        }
        return days
    }()
}
