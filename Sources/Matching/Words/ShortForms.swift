/// Given names with their short forms and their shapes in other languages. A line is one name.
enum ShortForms {
    static let groups: [String] = [
        "alexander aleksandr alexandr alexandre alejandro alessandro alex sasha sascha sandro iskander iskandar oleksandr aleksander "
            + "aleksandar alec alik shura xander sandy olek aliaksandr alyaksandr",
        "alexandra aleksandra oleksandra sasha sandra alex",
        "aleksei alexei alexey aleksey alexis alyosha oleksii alesha lyosha oleksiy",
        "andrew andrei andrey andrii andriy andreas andre andres "
            + "andrea andy drew andrzej ondrej antti anders andriej",
        "anthony antonio anton antoine tony antony antoni toni antonin",
        "anatoly anatolii anatoliy tolya anatolij", "benjamin ben binyamin benjamim benny beniamino",
        "boris borya borys",
        "charles carlos karl carl "
            + "carlo charlie chuck karol charly",
        "christopher chris kristof christoph cristobal christophe kris topher", "christian kristian cristian chris",
        "daniel dan danny danila daniil danilo danylo", "david dave davit daud dawud dawood davud davide dudu",
        "dmitry dmitri dmitriy dmitrii dimitri "
            + "dima dmytro mitya dimitrios dzmitry dimitar", "donald don donnie",
        "edward eduard edouard eduardo ed ted eddie ned edvard",
        "eugene evgeny evgeni yevgeny yevgeni evgenii yevgeniy evgeniy eugenio zhenya yevhen yauheni ievgen",
        "elizabeth elisabeth liz beth betty eliza lisa "
            + "elizaveta isabel isabella elisa lizzie",
        "francis francisco francesco franz francois frank paco pancho frantisek ferenc",
        "frederick friedrich frederic federico fred fritz",
        "george georg georges jorge giorgio georgy georgii georgi yuri yury yuriy yurii jerzy jiri "
            + "iurii giorgi gyorgy heorhii egor",
        "gregory grigory grigori grigorii grisha greg gregor gregorio hryhorii",
        "gennady gennadi gennadii gena hennadii",
        "henry heinrich henri enrique enrico harry hank henrik hendrik henryk", "igor ihor gosha",
        "ilya ilia "
            + "elias ilja illia elijah ilyas", "isaac ishaq yitzhak isak icchak",
        "ivan john johann johannes johan juan jean giovanni jan hans yannis "
            + "ioannis yahya yohanan vanya ian sean jack johnny jon joao ioan janos yohannes",
        "jacob yakov yaqub jakob iakov jacques james jim jimmy jamie jaime "
            + "santiago diego giacomo yaakov",
        "joseph josef jose giuseppe yusuf youssef yousef yosef joe iosif osip pepe joey jozef yossi josip iossif",
        "jonathan jon yonatan",
        "katherine catherine ekaterina katerina katya kate katie kathy catalina kateryna cathy caterina",
        "kenneth ken kenny",
        "konstantin constantin "
            + "constantine kostya kostiantyn konstantinos", "lawrence laurence larry lorenzo laurent lars",
        "leo lev leon leonid leonard leonardo lyova", "leonid lenya leo",
        "louis luis luigi ludwig lewis lou lucho ludovic", "luke lucas luca lukas lukasz luka",
        "margaret margarita maggie peggy meg greta marguerite rita",
        "maria mary "
            + "marie mariya mariia masha mariam maryam miriam marija marya", "mark marc marco marcos markus marek",
        "martin martino marty",
        "matthew matthias matteo mateo matvei matt "
            + "matvey mathieu mateusz", "maxim maksim max maxime massimo maksym maximilian",
        "michael mikhail michel miguel mike misha mickey michal mikael "
            + "michele mykhailo mihail mikhael mihai mick mihailo michail mihajlo",
        "muhammad mohammed mohamed mohammad mohamad muhammed mehmed mehmet mohd md mohamud muhamad "
            + "magomed muhammadu mamadou mamadu mahomet mohamaed", "ahmad ahmed ahmet akhmed ahmedou akhmad achmad",
        "nicholas nikolai nikolay nicolas nikolaus nick kolya klaus nicola niccolo "
            + "mykola mikola nikola nikolaos nico nikolaj miklos",
        "natalia natalya natalie natasha nataliya nathalie nataliia", "oleg oleh", "olga olha olya",
        "paul pavel pablo "
            + "paolo pawel pasha pavlo paulo pavlos bulus",
        "peter petr pyotr pedro pierre pietro petro petya piotr pete petros boutros butros petar",
        "philip philippe felipe filip phil filipp filippo",
        "rafael "
            + "raphael rafail rafi", "richard ricardo rick dick rich ricky riccardo",
        "robert roberto rob bob bobby bert robbie", "roman romain", "ronald ron ronnie ronaldo", "ruslan rustam",
        "samuel sam samuil shmuel sami",
        "sergei sergey sergio serge serhii serhiy sergii seryozha siarhei sergej serghei",
        "simon semyon semen simeon shimon shimun simao", "stanislav stas stanislaw",
        "stephen steven stefan "
            + "esteban etienne stefano stepan steve istvan stephan stiven", "svetlana sveta svitlana",
        "tatiana tatyana tanya tetiana tetyana", "theodore fyodor fedor teodor ted teddy fiodor theo fedir teodoro",
        "thomas tomas tommaso tom foma tommy tomasz",
        "timothy timofei tim timofey", "vadim vadym", "valentin valentyn", "valery valeri valerii valeriy valerij",
        "vasily vasili vasilii vasiliy basil vasyl vasya vasiliki wassily vasile",
        "victor viktor vitya vittorio viktar wiktor", "vitaly vitali vitalii vitaliy vitalij",
        "vladimir volodymyr wladimir waldemar vova volodya uladzimir vladimiro uladzimer woldemar vladimer vlodymyr wlodzimierz",
        "vladislav vladyslav wladyslaw vlad ladislav uladzislau", "vyacheslav viacheslav slava viatcheslav",
        "vsevolod seva", "walter gualtiero walt",
        "william wilhelm guillermo guillaume bill will billy willem "
            + "guglielmo liam willy", "yaroslav jaroslav slava iaroslav", "yegor egor", "zachary zakaria zakariya zach",
        "anna anne ana hannah ann annie anya nancy hanna", "helen elena helena yelena olena lena alena elene",
        "irina iryna irene ira irena", "julia yulia giulia yuliya iuliia julie", "sophia sofia sophie sofiya sofija",
        "abdulrahman abdelrahman abderrahmane abdurrahman abdurahman abdirahman abdalrahman abdorrahman",
        "abdullah abdallah abdoulaye abdulla abdollah abdellah", "abdulkarim abdelkarim abdelkrim abdolkarim",
        "abdulaziz abdelaziz abdolaziz",
        "hussein husayn hossein hussain husain huseyin hocine "
            + "hosein husein husejn", "hassan hasan hasen hacene", "khalid khaled chalid halid",
        "said saeed saied sayeed saiid", "yahya yahia yehia jahja", "osama usama oussama ossama", "omar umar omer amer",
        "othman osman uthman usman ousmane",
        "ibrahim "
            + "abraham avraham brahim ebrahim ibragim abram ibrohim", "ismail esmail ismael ismayil esmaeil",
        "solomon suleiman sulayman suleyman sulaiman soleiman shlomo", "moses moshe musa moussa mousa moise",
        "ayman aiman aymen",
        "jamal gamal djamel jamel cemal dzhamal", "jamil gamil djamil", "mustafa mostafa moustapha mustapha mustafo",
        "mahmoud mahmud mahmood machmud mehmud", "salah saleh salih saalih", "fatima fatma fatemeh fatimah",
        "rebecca becky rivka", "susan susanna suzanne sue zuzana", "deborah debra deb debbie", "jennifer jen jenny",
        "barbara barb varvara",
        "jessica jess jessie", "patricia pat trish patty", "patrick patricio pat paddy", "alan allen allan al",
        "albert alberto bert al", "alfred alfredo fred al", "andreas", "arthur artur arturo art",
        "bernard bernardo bernie bernhard", "douglas doug", "gabriel gabriele gabe", "gerald jerry gerry geraldo",
        "jeffrey geoffrey jeff geoff",
        "jeremy jerry jeremiah", "joshua josh yehoshua", "nathaniel nathan nate natan", "oscar oskar", "pamela pam",
        "raymond ray raimundo ramon raimund", "russell russ", "stuart stewart stu", "terence terry",
        "victoria vicky viktoria vika viktoriya", "vincent vince vincenzo vicente", "zbigniew zbyszek", "guy guido",
        "emmanuel manuel emanuel manny manolo", "ignacio nacho ignatius ignazio",
        "jesus chucho", "guadalupe lupe", "rosario chayo", "roberto beto", "alejandra", "arkady arkadi arkadii arkadiy",
        "fidel", "lubomir lyubomir", "rodion", "rostislav", "taras", "timur temur taymur", "rinat renat",
        "ramzan ramazan ramadan", "zaur", "aslan arslan", "inna", "arina", "denis denys dennis", "leila layla",
        "nadezhda nadia nadya", "walid waleed oualid", "bashar bachar",
    ]
}
