"""List the bodies that the world knows by several names, and the spellings of words in such names."""

from __future__ import annotations

_NAMES = """
    International Monetary Fund: IMF
    United Nations: UN, United Nations Organization
    European Union: EU
    British Broadcasting Corporation: BBC
    Federal Bureau of Investigation: FBI
    Central Intelligence Agency: CIA
    National Security Agency: NSA
    National Health Service: NHS
    Trades Union Congress: TUC
    Confederation of British Industry: CBI
    British Medical Association: BMA
    Royal Automobile Club: RAC
    North Atlantic Treaty Organization: NATO
    National Aeronautics and Space Administration: NASA
    World Health Organization: WHO
    World Trade Organization: WTO
    Organization of the Petroleum Exporting Countries: OPEC
    Organization for Economic Cooperation and Development: OECD, Organization for Economic Co-operation and Development
    International Atomic Energy Agency: IAEA
    United Nations Children's Fund: UNICEF
    United Nations Educational, Scientific and Cultural Organization: UNESCO
    International Criminal Police Organization: Interpol
    European Central Bank: ECB
    International Olympic Committee: IOC
    Federal Reserve: Fed, Federal Reserve Board, Fed Board
    Securities and Exchange Commission: SEC
    Food and Drug Administration: FDA
    Environmental Protection Agency: EPA
    Federal Communications Commission: FCC
    Federal Trade Commission: FTC
    Federal Aviation Administration: FAA
    Internal Revenue Service: IRS
    Department of Energy: Energy Department, DOE
    Department of Transportation: Transportation Department, DOT
    Department of Agriculture: Agriculture Department, USDA
    Department of Housing and Urban Development: HUD
    Congressional Budget Office: CBO
    Federal Election Commission: FEC
    Federal Deposit Insurance Corporation: FDIC, Federal Deposit Insurance Corp
    Drug Enforcement Administration: DEA
    Transportation Security Administration: TSA
    Centers for Disease Control and Prevention: CDC, Centers for Disease Control
    Democratic National Committee: DNC
    Republican National Committee: RNC
    National Rifle Association: NRA
    American Civil Liberties Union: ACLU
    General Motors: GM, General Motors Corp
    General Electric: GE, General Electric Co
    General Mills: General Mills Inc
    Major League Baseball: MLB
    Major League Soccer: MLS
    Standard and Poor's: S and P, S&P, Standard & Poor's, Standard and Poor's Corp
    New York Police Department: NYPD, New York City Police Department
    Los Angeles Police Department: LAPD
    New York Stock Exchange: NYSE
    New York Times: NYT
    Wall Street Journal: WSJ
    National Public Radio: NPR
    Crown Prosecution Service: CPS
    Royal College of Nursing: RCN
    Royal Society for the Prevention of Cruelty to Animals: RSPCA
    National Society for the Prevention of Cruelty to Children: NSPCC
    African National Congress: ANC
    Palestine Liberation Organization: PLO
    International Committee of the Red Cross: ICRC
    International Energy Agency: IEA
    Department of Justice: Justice Department, DOJ
    Department of State: State Department
    Department of Defense: Defense Department, Pentagon, DOD
    Department of Homeland Security: Homeland Security Department, DHS
    Her Majesty's Revenue and Customs: HM Revenue and Customs, HMRC, His Majesty's Revenue and Customs
    Office of Communications: Ofcom
    Office for Standards in Education: Ofsted
    Office for National Statistics: ONS
    Bank of England: BoE, BOE
    Bank of Japan: BoJ, BOJ
    People's Bank of China: PBOC, PBoC
    Reserve Bank of India: RBI
    Reserve Bank of Australia: RBA
    Securities and Exchange Board of India: SEBI, Sebi
    Office for Budget Responsibility: OBR
    National Audit Office: NAO
    Institute for Fiscal Studies: IFS
    Care Quality Commission: CQC
    Independent Office for Police Conduct: IOPC
    Driver and Vehicle Licensing Agency: DVLA
    Royal Society for the Protection of Birds: RSPB
    Transport for London: TfL, TFL
    Ministry of Defence: MoD, MOD
    European Medicines Agency: EMA
    Organization for Security and Co-operation in Europe: OSCE, Organisation for Security and Co-operation in Europe
    International Labour Organization: ILO, International Labour Organisation
    International Air Transport Association: IATA
    World Meteorological Organization: WMO
    World Anti-Doping Agency: WADA, Wada
    World Food Programme: WFP, World Food Program
    United Nations High Commissioner for Refugees: UNHCR
    Union of European Football Associations: UEFA, Uefa
    Association of Southeast Asian Nations: ASEAN, Asean
    Human Rights Watch: HRW
    Consumer Financial Protection Bureau: CFPB
    Equal Employment Opportunity Commission: EEOC
    National Labor Relations Board: NLRB
    National Transportation Safety Board: NTSB
    National Highway Traffic Safety Administration: NHTSA
    National Institutes of Health: NIH
    National Oceanic and Atmospheric Administration: NOAA
    Occupational Safety and Health Administration: OSHA
    Federal Emergency Management Agency: FEMA
    Immigration and Customs Enforcement: ICE
    Customs and Border Protection: CBP
    Bureau of Alcohol, Tobacco, Firearms and Explosives: ATF
    Government Accountability Office: GAO
    Office of Management and Budget: OMB
    Department of Health and Human Services: Health and Human Services Department, HHS
    Department of Labor: Labor Department, DOL
    Department of Commerce: Commerce Department
    Department of the Interior: Interior Department
    United Auto Workers: UAW
    Writers Guild of America: WGA
    National Football League: NFL
    National Basketball Association: NBA
    National Hockey League: NHL
    National Collegiate Athletic Association: NCAA
    Ultimate Fighting Championship: UFC
    Royal Canadian Mounted Police: RCMP
    Bharatiya Janata Party: BJP
    Israel Defense Forces: IDF, Israel Defence Forces, Israeli Defense Forces
    Islamic Revolutionary Guard Corps: IRGC
    Kurdistan Workers' Party: PKK, Kurdistan Workers Party
    Metropolitan Police: Scotland Yard, New Scotland Yard, Met Police, Metropolitan Police Service
    White House: the White House
    Downing Street: 10 Downing Street, Number 10, No 10, Number Ten, No 10 Downing Street
    Liberal Democrats: Lib Dems, Liberal Democrat Party, Liberal Democrat, Lib Dem
    Conservative Party: Tories, Tory Party
    Labour Party: Labour
    Republican Party: GOP
    Democrats: Dems
    Scottish National Party: SNP
    Democratic Unionist Party: DUP
    UK Independence Party: UKIP
    Associated Press: AP
    Agence France-Presse: AFP, Agence France Presse
    United States: US, USA, United States of America
    United Kingdom: UK
    British government: UK government
    US government: United States government, American government
"""

KNOWN_BODIES = {
    name.strip(): whole.strip()
    for line in _NAMES.strip().splitlines()
    for whole, _, names in [line.partition(":")]
    for name in (whole, *names.split(", "))
}
"""Name to the whole name of a body that the world knows. A list has no name that two of them could have."""

SPELLED = {
    "organisation": "organization", "defence": "defense", "centre": "center", "programme": "program",
}  # fmt: skip
"""British spellings of words in the names of bodies, to American ones."""

SMALL_WORDS = frozenset("of the and for in on to a an at by de du la le".split())
"""Words of a body's name whose letter its short name may leave out: "TUC", "FDA"."""

COMPANY_FORMS = frozenset("inc corp corporation co company ltd limited plc llc ag sa nv".split())
"""Last words of companies' names, which their short names seldom count."""
OF_TWO_WORDS_JOINED = frozenset(
    " ".join(name.split())
    for name in """
    antigua and barbuda, bosnia and herzegovina, saint kitts and nevis, st kitts and nevis, trinidad and tobago,
    turks and caicos, wallis and futuna, tyne and wear, brighton and hove, hammersmith and fulham, kensington and
    chelsea, windsor and maidenhead, dumfries and galloway, perth and kinross, castilla and leon, abercrombie and fitch,
    barnes and noble, black and decker, dolce and gabbana, ernst and young, johnson and johnson, legal and general,
    marks and spencer, procter and gamble, smith and wesson, standard and poor, tate and lyle
    """.split(",")
)
"""Countries, boroughs and companies whose one name has "and" between two capitals, in small letters."""
