/// The one style sheet of a page: light and dark, a telephone and paper.
package enum PageStyle {
    package static let css = """
        :root{color-scheme:light dark;--bg:#fff;--ink:#1a1c20;--soft:#565b66;--line:#d5d8de;--tint:#f3f5f8;\
        --link:#0b57a4;--official:#0b57a4;--street:#b4440c;--added:#8a2b6b;--removed:#1c7a5a;--warn:#8a4b00;\
        --warnbg:#fff4e0}
        @media(prefers-color-scheme:dark){:root{--bg:#14161a;--ink:#e8eaee;--soft:#a6adba;--line:#3a3f4a;--tint:#1d2026;\
        --link:#8ab8f0;--official:#7db2f2;--street:#f2985e;--added:#dd8cc4;--removed:#63c7a2;--warn:#f0be73;\
        --warnbg:#33270f}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:62rem;padding:1rem;background:var(--bg);color:var(--ink);\
        font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
        h1{font-size:1.6rem;line-height:1.2;margin:.2rem 0}
        h2{font-size:1.25rem;margin:2rem 0 .5rem;padding-bottom:.2rem;border-bottom:2px solid var(--line)}
        h3{font-size:1rem;margin:1.2rem 0 .2rem}
        p{margin:.5rem 0}
        time{white-space:nowrap}
        a{color:var(--link)}
        .skip{position:absolute;left:-99rem}
        .skip:focus{position:static}
        .sub{color:var(--soft)}
        nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1rem;padding:0;margin:.8rem 0;list-style:none;font-size:.9rem}
        .verdict{font-weight:600}
        ul.alerts{list-style:none;padding:0}
        ul.alerts li{margin:.4rem 0;padding:.4rem .7rem;border-left:4px solid var(--warn);background:var(--warnbg)}
        .scroll{overflow-x:auto;margin:.6rem 0}
        .late{direction:rtl}.late>*{direction:ltr}
        .scroll:focus-visible{outline:2px solid var(--link)}
        table{border-collapse:collapse;font-size:.88rem;line-height:1.35;min-width:60%}
        caption{text-align:left;font-size:.85rem;color:var(--soft);padding:.2rem 0}
        th,td{padding:.25rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
        thead th{border-bottom:2px solid var(--line);background:var(--tint);white-space:nowrap}
        tbody th{font-weight:400}
        td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        td.w,th.w{white-space:nowrap}
        figure{margin:1rem 0}
        figcaption{font-size:.85rem;color:var(--soft)}
        figcaption b{color:var(--ink)}
        svg{display:block;width:100%;min-width:40rem;height:auto;background:var(--bg)}
        svg text{font:11px system-ui,"Noto Sans",sans-serif;fill:var(--soft)}
        svg .p{fill:var(--tint)}
        svg .y{text-anchor:end}
        svg .x,svg .e{text-anchor:middle}
        svg .g{stroke:var(--line);fill:none}
        svg .z{stroke:var(--soft);stroke-width:2;fill:none}
        svg .l{fill:none;stroke-width:1.8;stroke-linejoin:round;stroke-linecap:round}
        svg .l.official,svg .l.premium{stroke:var(--official)}
        svg .l.premium{stroke:var(--soft)}
        svg .l.street{stroke:var(--street);stroke-dasharray:6 3}
        svg .h circle{fill:transparent}
        svg .h circle:hover{fill:var(--ink);fill-opacity:.35}
        svg .m path{stroke:var(--soft);stroke-opacity:.55;stroke-dasharray:2 3;fill:none}
        svg .m:hover path{stroke-opacity:1;stroke-dasharray:none}
        svg .a{fill:var(--added)}
        svg .r{fill:var(--removed)}
        span.official{color:var(--official)}
        span.street{color:var(--street)}
        footer{margin-top:2rem;font-size:.85rem;color:var(--soft)}
        @media(max-width:40rem){body{padding:.7rem}h1{font-size:1.3rem}table{font-size:.8rem}th,td{padding:.25rem .3rem}\
        svg{min-width:34rem}}
        @media print{:root{color-scheme:light;--bg:#fff;--ink:#000;--soft:#444;--line:#bbb;--tint:#eee;--link:#000;\
        --official:#0b57a4;--street:#b4440c;--added:#8a2b6b;--removed:#1c7a5a;--warn:#8a4b00;--warnbg:#fff}\
        body{max-width:none;font-size:10pt}nav,.skip{display:none}.scroll{overflow:visible}svg{min-width:0}\
        figure,tr,ul.alerts li{break-inside:avoid}h2,h3,.verdict{break-after:avoid}a{text-decoration:none}}
        """
}
