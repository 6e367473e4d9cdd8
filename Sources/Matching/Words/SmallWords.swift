/// Words that are no name of their own: particles, titles, what stands between names.
enum SmallWords {
    static let particles =
        "al el ul as ash at an ad ar az ed es is the of and for de del della di da do dos das du des la le les los las van von "
        + "der den zu zum bin ben bint ibn bnt ould wuld uld mac mc y e et und i ve va wa o u in on to by til ter ten te vom "
        + "ap ab abd abdu allah ullah a l d na ny ni san santa st saint bar beit oglu ogly qizi kyzy ogli zade i ye bani beni "
        + "ait aka fka nee s"
    /// Particles that, together with the word behind them, are one name: they are joined to it.
    static let joined = "abu abou aboo umm um abd abdul abdel abdal abdoul abdu abdol"
    static let titles =
        "mr mrs ms miss dr doctor prof professor sir lord lady sheikh shaykh sheik shaikh cheikh sheykh mullah mulla maulavi "
        + "mawlawi maulvi molvi maulana mawlana haji hajji hadji hajj haj hoji alhaj alhaji qari sayyid sayed sayyed syed "
        + "general gen colonel col major maj captain capt lieutenant lt brigadier brig commander cmdr admiral president "
        + "minister ayatollah ayatullah hojjatoleslam imam ustad ustadh engineer eng ing judge senator prince princess king "
        + "queen emir amir khatib herr frau monsieur madame mme senor senora don dona gospodin comrade comandante"
    static let vesselPrefixes = "mv mt ms ss mts mtv fv sv tanker vessel"
}
