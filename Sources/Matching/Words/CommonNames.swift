/// Names that so many people have that two who share one are no nearer to being the same.
enum CommonNames {
    static let words =
        "mohammed mohamed mohammad muhammad mohamad muhamad mahomed muhammed mehmet ahmed ahmad ahmet ali hassan hasan hussein "
        + "husayn hussain husein hossein hosein abdullah abdallah ibrahim khalil khalid khaled omar umar othman osman uthman yusuf youssef "
        + "yousef mustafa mostafa mahmoud mahmud mahmood saleh salih salim saeed said sayed hamid hameed jamal ismail abdulrahman "
        + "abdelrahman abdulaziz abdul karim kareem khan shah singh kumar sharma patel gupta das begum bibi noor nur din aziz rahman rashid "
        + "hamza bilal tariq nasser nasir naser fahad faisal sultan malik iqbal akhtar hussaini reza mehdi mahdi amir hadi "
        + "ivan ivanov ivanova aleksandr alexander alexandr aleksei alexei alexey sergei sergey serhii dmitri dmitry dmitriy andrei andrey "
        + "vladimir volodymyr nikolai nikolay mikhail mykhailo igor oleg yuri yury yurii viktor victor pavel petr pyotr anatoly evgeny "
        + "yevgeny maxim maksim konstantin roman denis anton ilya kirill natalia elena olga tatiana irina svetlana anna maria ekaterina "
        + "smirnov kuznetsov popov vasiliev petrov sokolov mikhailov novikov fedorov morozov volkov alekseev lebedev semenov egorov "
        + "john james robert michael william david richard thomas charles george paul peter mark daniel joseph martin smith jones "
        + "williams brown johnson miller davis wilson taylor moore anderson jackson white thompson lee kim park choi jung kang cho wang li "
        + "zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo nguyen tran le pham jose juan carlos luis jorge "
        + "antonio manuel francisco pedro miguel garcia martinez rodriguez hernandez lopez gonzalez perez sanchez ramirez torres "
        + "fernandez gomez diaz cruz silva santos oliveira souza pereira costa maria ana mary elizabeth sarah fatima aisha zahra "
        + "abbas haidar haider ghulam gul jan wali agha bakr saad saif sami samir adel adil nabil walid waleed majid jawad hakim "
        + "rahim karimi ahmadi mohammadi hosseini rezaei moradi abdulkarim sharif yasin taha zaid ziad kamal jalal fadel faraj"
}
