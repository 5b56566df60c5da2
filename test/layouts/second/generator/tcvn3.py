"""Unicode to TCVN3 (ABC), the 8-bit encoding of the .VnTime fonts; capitals with accents are small letters in .VnTimeH."""

_SMALL = dict(
    zip(
        'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ',
        'µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ',
    )
)
_CAPITAL = dict(zip('ĂÂÊÔƠƯĐ', '¡¢£¤¥¦§'))


def tcvn3(value):
    """As typed for .VnTime."""
    return ''.join(_SMALL.get(letter) or _CAPITAL.get(letter) or _plain(letter) for letter in value)


def tcvn3_capitals(value):
    """As typed for .VnTimeH, which draws small letters as capitals."""
    return tcvn3(value.lower())


def _plain(letter):
    if ord(letter) > 127:
        raise ValueError(f'{letter} has no place in TCVN3')
    return letter
